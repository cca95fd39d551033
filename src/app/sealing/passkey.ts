/*
A personal key behind a passkey: the browser's authenticator gives a secret (WebAuthn PRF) to whoever unlocks it, and age seals to that. Offered where the browser says that it can; a passkey
that was deleted is a lost key, and the screen says so.
*/
import type { PasskeyLock } from '../../modules/cases/contract-keys.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { fromBase64, fromUtf8, toBase64, toUtf8 } from '../field/keys.ts'

/** True where a passkey with a secret of its own can be made. Asked of the browser, not guessed from its name. */
export async function isPasskeyOffered(): Promise<boolean> {
  if (typeof PublicKeyCredential === 'undefined' || !('getClientCapabilities' in PublicKeyCredential)) return false
  try {
    const capabilities: Record<string, boolean | undefined> = await PublicKeyCredential.getClientCapabilities()
    return capabilities['extension:prf'] === true && capabilities['userVerifyingPlatformAuthenticator'] === true
  } catch {
    return false
  }
}

export async function sealByPasskey(privateHalf: string): Promise<Outcome<{ readonly lock: PasskeyLock; readonly box: string }>> {
  const { Encrypter, webauthn } = await import('age-encryption')
  try {
    const credential = await webauthn.createCredential({ keyName: 'Chanzo' })
    const encrypter = new Encrypter()
    encrypter.addRecipient(new webauthn.WebAuthnRecipient({ identity: credential }))
    return accepted({
      lock: { kind: 'passkey', credential },
      box: toBase64(new Uint8Array(await encrypter.encrypt(fromUtf8(privateHalf)))),
    })
  } catch {
    return refused('passkey-unavailable')
  }
}
/** Null when the person turned away, the passkey is gone, or the box is not what was sealed. */
export async function openByPasskey(lock: PasskeyLock, box: string): Promise<string | null> {
  const { Decrypter, webauthn } = await import('age-encryption')
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(new webauthn.WebAuthnIdentity({ identity: lock.credential }))
    return toUtf8(new Uint8Array(await decrypter.decrypt(fromBase64(box))))
  } catch {
    return null
  }
}
