package dev.dwx.sandbox;

import java.util.Map;

/** What the service does with a call that its gateway let through. */
public interface Behaviour {
    /**
     * Does the work and gives the JSON body of the 200, {@code RequestId} included: ordered maps, lists, strings,
     * Booleans and exact numbers.
     *
     * @throws ServiceFault when the service would refuse
     */
    Map<String, Object> answer(SandboxCall call) throws ServiceFault;
}
