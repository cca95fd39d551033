/* The body of a case that is opened by its own worker, made by the code of the app, for tests of the server, which never see a private half. */
import { asId } from '../src/kernel/schema.ts'
import { newPair } from '../src/modules/cases/ui/vault/age.ts'
import { type OpeningBody, openingBody } from '../src/modules/cases/ui/opening/opening-body.ts'
import { newId } from './world/client.ts'

export interface Opened {
  readonly caseId: string
  readonly account: string
  readonly organisation: string
  readonly subject: string
  readonly name: string
}
export async function sealedOpening({ caseId, account, organisation, subject, name }: Opened): Promise<OpeningBody> {
  const { publicKey } = await newPair()
  const holder = { account: asId('account', account), key: asId('personal-key', newId()), publicKey }
  const sent = await openingBody({
    ...{ caseId, newId, subject, type: 'forced-labour', source: 'site-visit', organisation, provinceCode: null, profile: null },
    ...{ readers: [{ holder, as: 'owner' }], custodians: [], texts: [{ vault: 'identity', slot: 'identity', text: name }] },
  })
  if (!sent.ok) throw new Error(sent.refusal.code)
  return sent.value
}
