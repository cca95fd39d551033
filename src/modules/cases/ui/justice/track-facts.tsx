/* How far a complaint is, in codes and days: the same for the team and for the body that follows it. Who was involved on the other side is for the team alone. */
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { justiceStateLabels, qualifiedLabels, verdictLabels } from '../../domain/justice/justice-labels.ts'
import type { JusticeTrack } from '../../domain/justice/justice-track.ts'
import { say } from '../../domain/label.ts'

interface TrackFactsProps {
  readonly track: JusticeTrack
  readonly forTeam?: boolean
}
export function TrackFacts({ track, forTeam = false }: TrackFactsProps) {
  const { t, language } = useWords()
  if (track.state === null) return null
  return (
    <Pairs
      lines={[
        [t('justice.state'), say(justiceStateLabels, track.state, language)],
        ...(track.qualifiedAs ? ([[t('justice.qualified'), say(qualifiedLabels, track.qualifiedAs, language)]] as const) : []),
        ...(track.verdict ? ([[t('justice.verdict'), say(verdictLabels, track.verdict, language)]] as const) : []),
        ...(track.finalOn ? ([[t('justice.final'), dateText(track.finalOn)]] as const) : []),
        ...(forTeam && track.isOfficialInvolved ? ([[t('justice.official'), t('justice.yes')]] as const) : []),
      ]}
    />
  )
}
