/*
The parts of an interview as steps of a case, the same whether it opens the case or is added to one: what is coded, which words go to which vault, and
what says that somebody was interviewed. Pure; sealing is done by who calls.
*/
import { type Id, asId } from '../../../../kernel/schema.ts'
import type { TextSlot, VaultName } from '../../contract-vault.ts'
import { type AgeBand, firstAgeBands } from '../../domain/consent/age-bands.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { type Profile, keepsMaturity } from '../../domain/profile/profile.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import type { CodedScreening, SealedTexts } from './screening-result.ts'

/** What the coded words of a case have no place for yet lies sealed beside the story, as one text that a device can read. */
const BESIDE = 'chanzo-screening-v1'

/** When it happened, as the newest interview has it; `null`: no interview says. */
export function violenceIn(texts: readonly { readonly plain: string | null }[]): string | null {
  const newest = texts.findLast(({ plain }) => plain?.startsWith(`${BESIDE} `) === true)?.plain
  if (newest === undefined || newest === null) return null
  let said: unknown
  try {
    said = JSON.parse(newest.slice(BESIDE.length + 1))
  } catch {
    return null
  }
  const at: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'violenceAt') : null
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : null
}

export interface WordsOf {
  readonly vault: VaultName
  readonly slot: TextSlot
  readonly text: string
}
export function wordsOf(coded: CodedScreening, { identity, safeContact, story, wishes, reason }: SealedTexts): readonly WordsOf[] {
  const {
    source: _source,
    type: _type,
    explanations: _explanations,
    facts: _facts,
    fieldAnswers: _answers,
    profile: _profile,
    harmPlace: _harmPlace,
    workedAt: _workedAt,
    ...beside
  } = coded
  const all = [
    { vault: 'identity', slot: 'safe-contact', text: safeContact },
    { vault: 'narrative', slot: 'reason', text: reason },
    { vault: 'identity', slot: 'identity', text: identity },
    { vault: 'narrative', slot: 'story', text: story },
    { vault: 'narrative', slot: 'plan', text: wishes },
    { vault: 'narrative', slot: 'note', text: `${BESIDE} ${JSON.stringify(beside)}` },
  ] as const
  return all.flatMap(({ text, ...place }) => (text === undefined ? [] : [{ ...place, text }]))
}

/** `known`: what the case has already; the interview is newer, but does not know everything. `bands`: ages of consent of the body that keeps the case. */
export const profileStep = (
  { profile, version, harmPlace }: CodedScreening,
  known: Profile | null,
  bands: readonly AgeBand[] = firstAgeBands,
): OneCommand => ({
  about: 'profile',
  ask: {
    step: 'set-profile',
    profile: {
      ...{
        age: profile.age,
        isMature: version === 'adult' || keepsMaturity(known, profile, bands),
        gender: profile.gender,
        citizenship: [...profile.citizenship].slice(0, 6),
      },
      ...{ languages: [...profile.languages].slice(0, 12), displacement: profile.displacement, disability: profile.disability },
      ...{ roles: [...(known?.roles ?? ['victim'])], exploitedIn: harmPlace.province || (known?.exploitedIn ?? null) },
      country: harmPlace.country || (known?.country ?? null),
    },
  },
})

export const safeContactStep = (contact: SealedRef, basedOn: Id<'case-edit'> | null): OneCommand => ({
  about: 'field',
  ask: {
    ...{ step: 'set-field', edit: asId('case-edit', crypto.randomUUID()), field: 'safe-contact', basedOn },
    value: { vault: 'identity', id: contact.id },
  },
})

export interface Recording {
  /** The same for every attempt: an interview is recorded once. */
  readonly assessment: Id<'assessment'>
  readonly reason: SealedRef | null
}
export const recordStep = (
  { facts, fieldAnswers, opinion, version, isComplete, minutes, heldAt, lists, workedAt, noticed }: CodedScreening,
  { assessment, reason }: Recording,
): OneCommand => ({
  about: 'screening',
  ask: {
    ...{ step: 'record-screening', assessment, version, isComplete, minutes, heldAt },
    facts: facts.map(mutable),
    fieldAnswers: fieldAnswers.map((one) => ({ ...one, parts: [...one.parts] })),
    ...{ tasks: [...(lists['task-and-mineral'] ?? [])], proposedBy: [...(lists['who-proposed-the-work'] ?? [])] },
    ...(workedAt === null ? {} : { workedAt: { site: workedAt.site === null ? null : asId('site', workedAt.site), area: workedAt.area } }),
    ...(noticed.length === 0 ? {} : { noticed: [...noticed] }),
    opinion:
      opinion === null
        ? null
        : { agrees: opinion.agrees, ...(reason === null ? {} : { reason: { vault: 'narrative' as const, id: reason.id } }) },
  },
})
const mutable = (facts: CodedScreening['facts'][number]) => ({
  ...facts,
  ...{ answers: [...facts.answers], means: [...facts.means] },
  act: { answer: facts.act.answer, which: [...facts.act.which] },
  purpose: { answer: facts.purpose.answer, which: [...facts.purpose.which] },
  c182: { answer: facts.c182.answer, which: [...facts.c182.which] },
  armed: { answer: facts.armed.answer, which: [...facts.armed.which] },
  miningWork: { answer: facts.miningWork.answer, which: [...facts.miningWork.which] },
})
