/**
 * The state behind the sandbox: a made-up workspace that answers as the service would. Families of operations
 * (create, get, list, update, delete) are derived from the catalog; what a name cannot tell is written out as a
 * behaviour. Entered only after the gateway has checked a request's form.
 */
package dev.dwx.sandbox.world;
