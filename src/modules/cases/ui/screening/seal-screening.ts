/*
A finished interview as the case that it opens: keys of the vaults made on the spot for who shall read it, every word of the person sealed under them, codes
beside them. Whoever is not among the readers keeps nothing that opens it: the private halves are forgotten when this returns.
*/
import { asId } from '../../../../kernel/schema.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import type { KeyHolder } from '../../contract-keys.ts'
import type { SealedText, TextSlot, VaultKeys, VaultName } from '../../contract-vault.ts'
import type { MemberAs } from '../../domain/access/access-words.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { placeIn } from '../opening/harm-place.ts'
import { sealText } from '../../../../app/sealing/sealed-text.ts'
import { makeVaultKeys } from '../../../../app/sealing/vault-keys.ts'
import type { CodedScreening, ScreeningResult } from './screening-result.ts'
import { profileStep, recordStep, safeContactStep, wordsOf } from './screening-steps.ts'

export interface Receiving {
  readonly organisation: string
  readonly readers: readonly { readonly holder: KeyHolder; readonly as: MemberAs }[]
  /** The worker who goes on with it; `null`: the body that receives it names one. */
  readonly owner: string | null
  readonly custodians: readonly KeyHolder[]
}
export interface OpeningBody {
  readonly case: string
  readonly all: readonly OneCommand[]
  readonly keys: VaultKeys
}
const VAULTS: readonly VaultName[] = ['identity', 'narrative', 'perpetrator', 'evidence']

export async function sealScreening(
  { sendAs, subject, coded, sealed }: ScreeningResult & { readonly coded: CodedScreening },
  to: Receiving,
): Promise<Outcome<OpeningBody>> {
  const id = asId('case', sendAs)
  const keys = await makeVaultKeys({
    ...{ caseId: id, vaults: VAULTS, custodians: to.custodians },
    readers: to.readers.map(({ holder }) => ({ ...holder, vaults: VAULTS })),
  })
  if (!keys.ok) return keys
  const texts: SealedText[] = []
  for (const { vault, slot, text } of wordsOf(coded, sealed)) {
    const key = keys.value.keys.find((one) => one.vault === vault)
    if (key === undefined) continue
    const made = await sealText(key, { caseId: id, slot, id: crypto.randomUUID() }, text)
    if (!made.ok) return made
    texts.push(made.value)
  }
  return accepted({ case: id, all: steps({ coded, subject, to }, { keys: keys.value, texts }), keys: keys.value })
}

interface Opened {
  readonly coded: CodedScreening
  readonly subject: string
  readonly to: Receiving
}
interface Sealed {
  readonly keys: VaultKeys
  readonly texts: readonly SealedText[]
}
function steps({ coded, subject, to }: Opened, { keys, texts }: Sealed): readonly OneCommand[] {
  const organisation = asId('organisation', to.organisation)
  const assessment = asId('assessment', crypto.randomUUID())
  const { isComplete, source } = coded
  const of = (slot: TextSlot) => texts.find((one) => one.slot === slot) ?? null
  const contact = of('safe-contact')
  return [
    { about: 'case', ask: { step: 'create', subject, type: coded.type ?? 'vulnerable-migrant', organisation, source } },
    ...to.readers.map(({ holder, as }): OneCommand => ({
      about: 'access',
      ask: { step: 'join', account: holder.account, organisation, as, vaults: [...VAULTS] },
    })),
    { about: 'access', ask: { step: 'renew-keys', generations: [...keys.keys] } },
    profileStep(coded, null),
    ...texts.map((sealed): OneCommand => ({ about: 'access', ask: { step: 'keep-text', sealed } })),
    {
      about: 'case',
      ask: {
        ...{ step: 'register-minimum', isInterviewSafe: true, provinceCode: placeIn(coded.harmPlace).exploitedIn },
        owner: to.owner === null ? null : asId('account', to.owner),
      },
    },
    ...(contact === null ? [] : [safeContactStep(contact, null)]),
    recordStep(coded, { assessment, reason: of('reason') }),
    ...(isComplete
      ? ([
          { about: 'case', ask: { step: 'screen', screening: assessment, isComplete } },
          { about: 'identification', ask: { type: 'screen', assessment } },
        ] satisfies readonly OneCommand[])
      : []),
  ]
}
