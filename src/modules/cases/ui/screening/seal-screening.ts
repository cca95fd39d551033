/*
A finished interview as the case that it opens: keys of the vaults made on the spot for who shall read, every word of the person sealed under them, codes
beside them. Whoever is not among the readers keeps nothing that opens it: the private halves are forgotten when this returns.
*/
import { asId } from '../../../../kernel/schema.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import type { KeyHolder } from '../../contract-keys.ts'
import type { SealedText, TextSlot, VaultKeys, VaultName } from '../../contract-vault.ts'
import type { MemberAs } from '../../domain/access/access-words.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { sealText } from '../vault/sealed-text.ts'
import { makeVaultKeys } from '../vault/vault-keys.ts'
import type { CodedScreening, ScreeningResult } from './screening-result.ts'

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
/** What the coded words of a case have no place for yet lies sealed beside the story, as one text that a device can read. */
const BESIDE = 'chanzo-screening-v1'

export async function sealScreening(
  { sendAs, coded, sealed }: ScreeningResult & { readonly coded: CodedScreening },
  to: Receiving,
): Promise<Outcome<OpeningBody>> {
  const id = asId('case', sendAs)
  const keys = await makeVaultKeys({
    ...{ caseId: id, vaults: VAULTS, custodians: to.custodians },
    readers: to.readers.map(({ holder }) => ({ ...holder, vaults: VAULTS })),
  })
  if (!keys.ok) return keys
  const texts: SealedText[] = []
  const put = async (vault: VaultName, slot: TextSlot, text: string | undefined): Promise<Outcome<SealedText | null>> => {
    const key = keys.value.keys.find((one) => one.vault === vault)
    if (text === undefined || key === undefined) return accepted(null)
    const made = await sealText(key, { caseId: id, slot, id: crypto.randomUUID() }, text)
    if (made.ok) texts.push(made.value)
    return made
  }
  const {
    source: _source,
    type: _type,
    explanations: _explanations,
    facts: _facts,
    fieldAnswers: _answers,
    profile: _profile,
    ...beside
  } = coded
  const contact = await put('identity', 'safe-contact', sealed.safeContact)
  const reason = await put('narrative', 'reason', sealed.reason)
  for (const made of [
    await put('identity', 'identity', sealed.identity),
    await put('narrative', 'story', sealed.story),
    await put('narrative', 'plan', sealed.wishes),
    await put('narrative', 'note', `${BESIDE} ${JSON.stringify(beside)}`),
  ])
    if (!made.ok) return made
  if (!contact.ok) return contact
  if (!reason.ok) return reason
  return accepted({
    case: id,
    all: steps(coded, to, { keys: keys.value, texts, contact: contact.value, reason: reason.value }),
    keys: keys.value,
  })
}

interface Sealed {
  readonly keys: VaultKeys
  readonly texts: readonly SealedText[]
  readonly contact: SealedText | null
  readonly reason: SealedText | null
}
function steps(coded: CodedScreening, to: Receiving, { keys, texts, contact, reason }: Sealed): readonly OneCommand[] {
  const organisation = asId('organisation', to.organisation)
  const assessment = asId('assessment', crypto.randomUUID())
  const { profile, facts, fieldAnswers, opinion, version, isComplete, minutes, heldAt, source } = coded
  return [
    { about: 'case', ask: { step: 'create', subject: drawnSubject(), type: coded.type ?? 'vulnerable-migrant', organisation, source } },
    ...to.readers.map(({ holder, as }): OneCommand => ({
      about: 'access',
      ask: { step: 'join', account: holder.account, organisation, as, vaults: [...VAULTS] },
    })),
    { about: 'access', ask: { step: 'renew-keys', generations: [...keys.keys] } },
    {
      about: 'profile',
      ask: {
        step: 'set-profile',
        profile: {
          ...{ age: profile.age, isMature: version === 'adult', gender: profile.gender, citizenship: [...profile.citizenship].slice(0, 6) },
          ...{ languages: [...profile.languages].slice(0, 12), displacement: profile.displacement, disability: profile.disability },
          ...{ roles: ['victim'], exploitedIn: null, country: null },
        },
      },
    },
    ...texts.map((sealed): OneCommand => ({ about: 'access', ask: { step: 'keep-text', sealed } })),
    {
      about: 'case',
      ask: {
        ...{ step: 'register-minimum', isInterviewSafe: true, provinceCode: null },
        owner: to.owner === null ? null : asId('account', to.owner),
      },
    },
    ...(contact === null
      ? []
      : [
          {
            about: 'field',
            ask: {
              ...{ step: 'set-field', edit: asId('case-edit', crypto.randomUUID()), field: 'safe-contact', basedOn: null },
              value: { vault: 'identity', id: contact.id },
            },
          } satisfies OneCommand,
        ]),
    {
      about: 'screening',
      ask: {
        ...{ step: 'record-screening', assessment, version, isComplete, minutes, heldAt },
        facts: facts.map(mutable),
        fieldAnswers: fieldAnswers.map((one) => ({ ...one, parts: [...one.parts] })),
        opinion:
          opinion === null
            ? null
            : { agrees: opinion.agrees, ...(reason === null ? {} : { reason: { vault: 'narrative' as const, id: reason.id } }) },
      },
    },
    ...(isComplete
      ? ([
          { about: 'case', ask: { step: 'screen', screening: assessment, isComplete } },
          { about: 'identification', ask: { type: 'screen', assessment } },
        ] satisfies readonly OneCommand[])
      : []),
  ]
}
const mutable = (facts: CodedScreening['facts'][number]) => ({
  ...facts,
  ...{ answers: [...facts.answers], means: [...facts.means] },
  act: { answer: facts.act.answer, which: [...facts.act.which] },
  purpose: { answer: facts.purpose.answer, which: [...facts.purpose.which] },
  c182: { answer: facts.c182.answer, which: [...facts.c182.which] },
  armed: { answer: facts.armed.answer, which: [...facts.armed.which] },
  miningWork: { answer: facts.miningWork.answer, which: [...facts.miningWork.which] },
})

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const drawn = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => LETTERS[byte % LETTERS.length]).join('')
/** Drawn, never made from anything of the person. */
const drawnSubject = (): string => `${drawn(2)}-${drawn(4)}-${drawn(2)}`
