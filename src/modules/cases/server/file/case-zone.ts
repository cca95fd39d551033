/** Where clocks are read until a body says otherwise. */
export const CASE_ZONE = 'Africa/Lubumbashi'
