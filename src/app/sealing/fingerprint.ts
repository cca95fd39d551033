/* The digits of a public key, to be read aloud. */
import { fromUtf8 } from '../field/keys.ts'
import { fingerprintFrom } from '../../modules/cases/domain/keys/fingerprint.ts'

export const fingerprint = async (publicKey: string): Promise<string> =>
  fingerprintFrom(new Uint8Array(await crypto.subtle.digest('SHA-256', fromUtf8(publicKey))))
