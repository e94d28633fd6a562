package org.bluelamp.messaging;

/** What {@link EventHandler#projecting} makes. */
record ProjectingHandler<T>(String type, Class<T> dataType, Projection<T> projection) implements EventHandler<T> {

    @Override
    public void on(Event<T> event) {
        projection.apply(event.data(), event.version());
    }
}
