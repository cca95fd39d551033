/* Where days and clocks of a case are read, on whatever device: the same zone as on the server, so that nobody sees another day than the board. */
export const CASE_ZONE = 'Africa/Lubumbashi'
