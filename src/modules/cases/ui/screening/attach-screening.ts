/*
A finished interview as steps of a case that is there already, opened by a call or at the door: its words sealed to the keys that the case has, its codes
beside them. What the case was told before stays; the interview adds to it.
*/
import { asId } from '../../../../kernel/schema.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { TextSlot } from '../../contract-vault.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import type { CaseWork } from '../file/use-case.ts'
import type { CodedScreening, ScreeningResult } from './screening-result.ts'
import { profileStep, recordStep, safeContactStep, wordsOf } from './screening-steps.ts'

export async function attachedSteps(
  { seal, whole, rules }: Pick<CaseWork, 'seal' | 'whole' | 'rules'>,
  { sendAs, coded, sealed }: ScreeningResult & { readonly coded: CodedScreening },
): Promise<Outcome<readonly OneCommand[]>> {
  const kept: OneCommand[] = []
  const refs = new Map<TextSlot, SealedRef>()
  for (const { vault, slot, text } of wordsOf(coded, sealed)) {
    const made = await seal(vault, slot, text)
    if (!made.ok) return made
    kept.push(made.value.command)
    refs.set(slot, made.value.ref)
  }
  const assessment = asId('assessment', sendAs)
  const { isComplete } = coded
  const contact = refs.get('safe-contact')
  const isFirst = isComplete && whole.file.standing.at === 'intake'
  return accepted([
    ...kept,
    profileStep(coded, whole.profile, rules.ageBands),
    ...(contact === undefined ? [] : [safeContactStep(contact, whole.file.fields.values.get('safe-contact')?.current.edit ?? null)]),
    recordStep(coded, { assessment, reason: refs.get('reason') ?? null }),
    ...(isFirst ? [{ about: 'case', ask: { step: 'screen', screening: assessment, isComplete } } satisfies OneCommand] : []),
    ...(isComplete ? [{ about: 'identification', ask: { type: 'screen', assessment } } satisfies OneCommand] : []),
  ])
}
