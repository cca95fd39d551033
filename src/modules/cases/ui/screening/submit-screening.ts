/*
How a finished interview is sealed and sent. `null` while this server has no receiver for it: the screen then says so before an interview begins
to be sent, and keeps what was said.
*/
import type { SubmitScreening } from './screening-result.ts'

export const submitScreening: SubmitScreening | null = null
