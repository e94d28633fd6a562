package org.bluelamp.web.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.bluelamp.web.form.Form;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers what Spring MVC knows to be wrong with a request, and what a controller says is wrong by an
 * {@link ErrorResponseException}. All other failures take the container's error path to {@link ErrorPages}, so that they
 * are logged with their cause and security has its say first.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
final class RequestErrors {

    private static final Logger log = LoggerFactory.getLogger(RequestErrors.class);

    private final Errors errors;

    RequestErrors(Errors errors) {
        this.errors = errors;
    }

    @ExceptionHandler({
        ErrorResponseException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class,
        ServletRequestBindingException.class,
        BindException.class,
        HandlerMethodValidationException.class,
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        MultipartException.class,
        HttpMessageNotReadableException.class,
        TypeMismatchException.class,
        InvalidPropertyException.class,
    })
    @Nullable
    Object answer(Exception exception, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        ProblemDetail body;
        HttpHeaders headers = HttpHeaders.EMPTY;
        if (exception instanceof ErrorResponse known) {
            body = known.getBody();
            headers = known.getHeaders();
        } else {
            InvalidParameterException form = RequestGuard.parameters(exception);
            body = errors.plain(HttpStatusCode.valueOf(form == null ? 400 : form.getErrorCode()));
        }
        List<Problem> problems = problems(exception);
        if (exception instanceof HttpMessageNotReadableException) {
            body.setDetail("The body is not JSON of the documented form");
        } else if (!problems.isEmpty()) {
            body.setDetail("The request is not as it should be: see errors");
        }
        HttpStatusCode status = HttpStatusCode.valueOf(body.getStatus());
        String reference = null;
        if (status.is5xxServerError()) {
            reference = Errors.reference(request);
            log.error("{} {} failed, reference {}", request.getMethod(), path(request), reference, exception);
        } else {
            log.debug(
                    "{} {} refused: {}",
                    request.getMethod(),
                    path(request),
                    exception.getClass().getSimpleName());
        }
        Audience audience = Audience.of(request, request.getRequestURI());
        if (audience == Audience.PROGRAM) {
            return errors.problem(body, problems, headers, request.getRequestURI(), reference);
        }
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return errors.page(status, audience, reference);
    }

    private static String path(HttpServletRequest request) {
        return LoggedPath.of(request.getRequestURI());
    }

    /** Field and reason of each thing that is wrong. */
    private static List<Problem> problems(Exception exception) {
        List<Problem> problems = new ArrayList<>();
        switch (exception) {
            case BindingResult binding -> binding.getAllErrors().forEach(error -> problems.add(problem(error)));
            case HandlerMethodValidationException method ->
                method.getParameterValidationResults().forEach(result -> {
                    if (result instanceof ParameterErrors bean) {
                        bean.getAllErrors().forEach(error -> problems.add(problem(error)));
                        return;
                    }
                    String name = Objects.toString(result.getMethodParameter().getParameterName(), "");
                    for (MessageSourceResolvable error : result.getResolvableErrors()) {
                        problems.add(new Problem(name, Objects.toString(error.getDefaultMessage(), "is not valid")));
                    }
                });
            case MethodArgumentTypeMismatchException mismatch ->
                problems.add(new Problem(mismatch.getName(), expected(mismatch.getRequiredType())));
            case MissingServletRequestParameterException missing ->
                problems.add(new Problem(missing.getParameterName(), "is missing"));
            default -> {}
        }
        return problems;
    }

    private static Problem problem(ObjectError error) {
        return new Problem(error instanceof FieldError field ? field.getField() : "", Form.message(error));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "is not of the right kind";
        }
        if (type.isEnum()) {
            return "must be one of " + List.of(type.getEnumConstants());
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive()
                ? "must be a number"
                : "must be a " + type.getSimpleName();
    }
}
