/** A Graph error as Meta's list of error codes has it: title and the HTTP status of the answer. */
export interface KnownError {
  readonly title: string;
  readonly status: number;
}

const rows: readonly (readonly [code: number, status: number, title: string])[] = [
  [0, 401, 'AuthException'],
  [1, 400, 'API Unknown'],
  [2, 503, 'API Service'],
  [3, 500, 'API Method'],
  [4, 400, 'API Too Many Calls'],
  [10, 403, 'Permission Denied'],
  [33, 400, 'Parameter value is not valid'],
  [100, 400, 'Invalid parameter'],
  [104, 400, 'An access token is required to request this resource.'],
  [190, 401, 'Access token has expired'],
  [200, 403, 'API Permission'],
  [368, 403, 'Temporarily blocked for policies violations'],
  [2200, 400, 'Callback verification failed'],
  [2500, 400, 'Unknown path components'],
  [80007, 400, 'Rate limit issues'],
  [130429, 400, 'Rate limit hit'],
  [130472, 400, "User's number is part of an experiment"],
  [130497, 403, 'Business account is restricted from messaging users in this country'],
  [131000, 500, 'Something went wrong'],
  [131005, 403, 'Access denied'],
  [131008, 400, 'Required parameter is missing'],
  [131009, 400, 'Parameter value is not valid'],
  [131016, 500, 'Service unavailable'],
  [131021, 400, 'Recipient cannot be sender'],
  [131026, 400, 'Message undeliverable'],
  [131030, 400, 'Recipient phone number not in allowed list'],
  [131031, 403, 'Account has been locked'],
  [131037, 400, 'WhatsApp provided number needs display name approval before message can be sent'],
  [131042, 400, 'Business eligibility payment issue'],
  [131045, 500, 'Incorrect certificate'],
  [131047, 400, 'Re-engagement message'],
  [131048, 400, 'Spam rate limit hit'],
  [131049, 400, 'Meta chose not to deliver'],
  [131050, 400, 'User has stopped marketing'],
  [131051, 400, 'Unsupported message type'],
  [131052, 400, 'Media download error'],
  [131053, 400, 'Media upload error'],
  [131056, 400, '(Business Account, Consumer Account) pair rate limit hit'],
  [131057, 500, 'Account in maintenance mode'],
  [131062, 400, 'BSUID not supported for this message'],
  [132000, 400, 'Template Param Count Mismatch'],
  [132001, 404, 'Template does not exist'],
  [132005, 400, 'Template Hydrated Text Too Long'],
  [132007, 400, 'Template Format Character Policy Violated'],
  [132012, 400, 'Template Parameter Format Mismatch'],
  [132015, 400, 'Template is Paused'],
  [132016, 400, 'Template is Disabled'],
  [132068, 400, 'Flow is blocked'],
  [132069, 400, 'Flow is throttled'],
  [133000, 500, 'Incomplete Deregistration'],
  [133004, 503, 'Server Temporarily Unavailable'],
  [133010, 400, 'Phone number Not Registered'],
  [137000, 400, 'Identity key mismatch'],
];

/** What this WhatsApp can answer, by code. */
export const knownErrors: ReadonlyMap<number, KnownError> = new Map(
  rows.map(([code, status, title]) => [code, { status, title }]),
);

/** The title of a code; of an unknown one, what Meta says when it does not know either. */
export const titleOf = (code: number): string => knownErrors.get(code)?.title ?? 'Something went wrong';
