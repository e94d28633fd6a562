package org.bluelamp.directory.postcode.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The territorial police forces by the codes that the Office for National Statistics gives police force areas (E23 in
 * England, W15 in Wales). Scotland and Northern Ireland have one force each, so the first letter of a code says it.
 */
final class PoliceForces {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("E23000001", "Metropolitan Police Service"),
            Map.entry("E23000002", "Cumbria Constabulary"),
            Map.entry("E23000003", "Lancashire Constabulary"),
            Map.entry("E23000004", "Merseyside Police"),
            Map.entry("E23000005", "Greater Manchester Police"),
            Map.entry("E23000006", "Cheshire Constabulary"),
            Map.entry("E23000007", "Northumbria Police"),
            Map.entry("E23000008", "Durham Constabulary"),
            Map.entry("E23000009", "North Yorkshire Police"),
            Map.entry("E23000010", "West Yorkshire Police"),
            Map.entry("E23000011", "South Yorkshire Police"),
            Map.entry("E23000012", "Humberside Police"),
            Map.entry("E23000013", "Cleveland Police"),
            Map.entry("E23000014", "West Midlands Police"),
            Map.entry("E23000015", "Staffordshire Police"),
            Map.entry("E23000016", "West Mercia Police"),
            Map.entry("E23000017", "Warwickshire Police"),
            Map.entry("E23000018", "Derbyshire Constabulary"),
            Map.entry("E23000019", "Nottinghamshire Police"),
            Map.entry("E23000020", "Lincolnshire Police"),
            Map.entry("E23000021", "Leicestershire Police"),
            Map.entry("E23000022", "Northamptonshire Police"),
            Map.entry("E23000023", "Cambridgeshire Constabulary"),
            Map.entry("E23000024", "Norfolk Constabulary"),
            Map.entry("E23000025", "Suffolk Constabulary"),
            Map.entry("E23000026", "Bedfordshire Police"),
            Map.entry("E23000027", "Hertfordshire Constabulary"),
            Map.entry("E23000028", "Essex Police"),
            Map.entry("E23000029", "Thames Valley Police"),
            Map.entry("E23000030", "Hampshire and Isle of Wight Constabulary"),
            Map.entry("E23000031", "Surrey Police"),
            Map.entry("E23000032", "Kent Police"),
            Map.entry("E23000033", "Sussex Police"),
            Map.entry("E23000034", "City of London Police"),
            Map.entry("E23000035", "Devon and Cornwall Police"),
            Map.entry("E23000036", "Avon and Somerset Police"),
            Map.entry("E23000037", "Gloucestershire Constabulary"),
            Map.entry("E23000038", "Wiltshire Police"),
            Map.entry("E23000039", "Dorset Police"),
            Map.entry("W15000001", "North Wales Police"),
            Map.entry("W15000002", "Gwent Police"),
            Map.entry("W15000003", "South Wales Police"),
            Map.entry("W15000004", "Dyfed-Powys Police"));

    private PoliceForces() {}

    /** The force's name; null for a code that is none, such as that of the Isle of Man. */
    static @Nullable String name(String code) {
        if (code.isEmpty() || code.endsWith("99999999")) {
            return null;
        }
        return switch (code.charAt(0)) {
            case 'S' -> "Police Scotland";
            case 'N' -> "Police Service of Northern Ireland";
            default -> NAMES.get(code);
        };
    }
}
