package dev.dwx.sandbox.world;

import java.util.Map;

/** Answers one operation from the world. */
interface Handler {
    /** The JSON body of the 200. */
    Map<String, Object> answer(Scene scene) throws Refusal;
}
