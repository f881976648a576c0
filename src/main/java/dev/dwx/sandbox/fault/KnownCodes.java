package dev.dwx.sandbox.fault;

/** The service's error codes that need no explanation: which status comes with them, what they say. */
public final class KnownCodes {
    private KnownCodes() {
    }

    /** The code that a bare status most likely has. */
    static String of(int status) {
        return switch (status) {
            case 403 -> "NoPermission";
            case 404 -> "InvalidAction.NotFound";
            case 429 -> "Throttling.User";
            case 500 -> "InternalError.System";
            case 502, 503, 504 -> "ServiceUnavailable";
            default -> status < 500 ? "InvalidParameter" : "InternalError";
        };
    }

    /** The status that a code comes with. DataWorks' numbers come with 400, even those for too many calls. */
    static int status(String code) {
        if (code == null || code.startsWith("999") || code.startsWith("580")) {
            return 400;
        }
        if (code.startsWith("Throttling")) {
            return 429;
        }
        if (code.startsWith("ServiceUnavailable")) {
            return 503;
        }
        if (code.startsWith("Internal") || code.equals("Forbidden.Not.Server")) {
            return 500;
        }
        if (code.startsWith("Forbidden") || code.startsWith("NoPermission") || code.startsWith("ResourceNotAuthorized")
                || code.startsWith("Invalid.Tenant.User")) {
            return 403;
        }
        return code.endsWith(".NotFound") ? 404 : 400;
    }

    /** What the service says with a code. */
    public static String message(String code) {
        return switch (code) {
            case "Throttling", "Throttling.User" -> "Request was denied due to user flow control.";
            case "Throttling.Api" -> "Request was denied due to api flow control.";
            case "Throttling.System" -> "Request was denied due to system flow control.";
            case "Throttling.Api.Risk" -> "Request was denied due to api risk control.";
            case "Throttling.Resource", "9990040003" -> "Request was denied due to resource flow control.";
            case "9990020002" -> "Throttling: the request was denied due to flow control.";
            case "9990010001" -> "DataWorks is not activated for this account.";
            case "ServiceUnavailable", "ServiceUnavailableTemporary" ->
                    "The request has failed due to a temporary failure of the server.";
            case "InternalError", "InternalError.System", "InternalFailure" ->
                    "The request processing has failed due to some unknown error.";
            case "InternalError.UserId.Missing" -> "An internal system error occurred: the user id is missing.";
            case "Forbidden.Access" -> "Access is forbidden. Please first activate DataWorks Enterprise Edition or Flagship Edition.";
            case "Forbidden.Not.Server" -> "DataWorks is not served in this region.";
            case "NoPermission", "Forbidden.RAM", "ResourceNotAuthorized.Api" ->
                    "You are not authorized to do this action.";
            case "Invalid.Tenant.UserNotInProject" -> "The user is not in the project.";
            case "Invalid.Tenant.UserNotInTenant" -> "The user is not in the tenant.";
            case "Invalid.Tenant.UserIsNotProjectOwnerOrAdmin" -> "The user is not the owner or an administrator of the project.";
            case "Forbidden.DI.NoPrivilege" -> "The user has no privilege for this data integration operation.";
            default -> code.startsWith("Forbidden") ? "The user has no permission for this operation."
                    : "The specified parameter or its value is not valid.";
        };
    }
}
