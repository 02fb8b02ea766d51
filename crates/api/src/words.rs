//! What to do about an error, in plain English, for whoever builds a client. The interface has its own sentences in each
//! language and goes by the code.

/// The sentence for a code that always means the same.
pub(crate) fn for_code(code: &str) -> Option<&'static str> {
    Some(match code {
        "address-too-long" => "Shorten the address: 8 KiB at most, its query included.",
        "headers-too-large" => "Send fewer or shorter headers: 32 KiB at most in all.",
        "body-too-large" => "Send less at once; `params.limit` says how many bytes are taken.",
        "body-too-slow" => "The body came too slowly. Send the request again over a better connection.",
        "body-broken-off" => "The body ended before its length was reached. Send the request again.",
        "body-missing" => "Send a JSON body.",
        "malformed-json" => "Send well-formed JSON in UTF-8.",
        "unsupported-media-type" => "Send the body as `Content-Type: application/json`.",
        "foreign-origin" => "Send `Origin` with the address of this service; other origins may only read.",
        "method-not-allowed" => "Use one of the methods that the header `Allow` names.",
        "not-found" => "There is nothing at this address, or nothing that you may see.",
        "not-signed-in" => "Sign in first, and send the cookie of the session.",
        "wrong-login" => "This name and password do not go together.",
        "invalid-input" => "Mend the fields that `errors` names, and send the request again.",
        "idempotency-key-shape" => "An Idempotency-Key is 1 to 255 visible ASCII characters.",
        "key-reused" => "This Idempotency-Key came with another request before. Use a new key for a new request.",
        "id-reused" => "This id belongs to something else. Make a new id for something new.",
        "too-many-requests" => "Wait as many seconds as `Retry-After` says.",
        "busy" | "unavailable" => "Nothing was changed. Send the same request again after `Retry-After` seconds.",
        "login-taken" => "Somebody has this login already. Choose another, or sign in.",
        "stale-version" => "This version is no draft any more. Read the course again.",
        "not-publishable" => {
            "Findings block it; `params.findings` says how many. Mend them, or accept those that may be accepted."
        }
        "harmless-refused" => "Questions, keys or rules changed. Publish it as a change that is not harmless.",
        "already-revoked" => "The certificate is revoked already.",
        "course-refused" => "Mend what `params.problems` names: each says the file, what is wrong and what to do.",
        "course-of-others" => "The course with this key belongs to somebody else. Give yours another key.",
        "storage-full" => "The service has no room left. Nothing was changed; tell whoever runs it.",
        "internal" => "The service is at fault. Tell whoever runs it the `X-Request-Id` of this answer.",
        _ => return None,
    })
}

/// The sentence for every other code.
pub(crate) fn for_status(status: u16) -> &'static str {
    match status {
        409 => "The state of things does not allow it now. Read it again; `code` says what stands in the way.",
        404 => "There is nothing at this address, or nothing that you may see.",
        422 => "A value cannot be taken; `code` and `pointer` say which.",
        _ => "The request was not served; `code` says why.",
    }
}
