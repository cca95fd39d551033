/* What a code opens: the state in plain words, what is public already, the answers of the desk. Never what the reporter wrote. */
import type { VoiceLanguage } from '../contract.ts'
import { toldState } from '../domain/status.ts'
import type { Followed } from '../page/follow-page.ts'
import { dayText, say } from '../page/words.ts'
import type { VoiceDoors } from './doors.ts'
import { type ReportRow, findByCode, listTexts } from './store.ts'
import { incidentOf, stateOf } from './view.ts'

export const reportOfCode = (doors: VoiceDoors, code: string): Promise<ReportRow | null> =>
  doors.database.read((tx) => findByCode(tx, doors.tenant, doors.sealing.hash('code', code)))

export function followedOf(doors: VoiceDoors, row: ReportRow, language: VoiceLanguage): Promise<Followed> {
  return doors.database.read(async (tx) => {
    const incident = incidentOf(row)
    const outcome = incident === null ? null : await doors.incidents().outcomeOf(tx, doors.tenant, incident)
    const texts = await listTexts(tx, doors.tenant, row.id)
    return {
      state: toldState(stateOf(row), outcome?.stage ?? null),
      receivedOn: row.receivedOn,
      outcome: outcome?.published ? [outcome.published[language]] : [],
      publicFrom: outcome?.publicFrom ?? null,
      facts: texts.filter((one) => one.kind === 'fact').length,
      lastFactOn: texts.findLast((one) => one.kind === 'fact')?.onDay ?? null,
      messages: texts.flatMap(({ kind, onDay, sealed }) => {
        const text = kind === 'answer' ? doors.sealing.open(sealed) : null
        return text === null ? [] : [{ onDay, text }]
      }),
    }
  })
}

/** Without accents and signs that make a text message of 160 letters one of 70. */
const plainText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'")
/** The same in one text message: the state, what is public, the newest answer. */
export async function followedInShort(doors: VoiceDoors, row: ReportRow, language: VoiceLanguage): Promise<string> {
  const followed = await followedOf(doors, row, language)
  const t = say(language)
  const later = followed.publicFrom === null ? [] : [t('sms.public-from', { day: dayText(language, followed.publicFrom) })]
  return [plainText(t(`status.${followed.state}`)), ...later, ...followed.outcome, followed.messages.at(-1)?.text ?? '']
    .filter((one) => one !== '')
    .join(' ')
}
