/*
The services that are offered for a need, those that receive in Chanzo first. The others are offered too: with a slip in hand or by telephone. It refuses
to know what the person agreed to; that is looked at when something is about to go.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { type DirectoryAnswer, type ServicePointLine, ruleOf } from '../../contract-directory.ts'
import { type Suggestion, suggestions } from '../../domain/referral/service-point.ts'
import type { ServiceType } from '../../domain/referral/referral-words.ts'
import type { Bodies } from '../consent/bodies.ts'
import { bandFor } from '../consent/consent-draft.ts'
import { FreshnessMark, PhoneLink, SafeMark } from '../directory/point-marks.tsx'
import type { PartProps } from '../file/part-props.ts'
import { receivingFirst } from './package-plan.ts'

/** The same rule as on the server, on the list that lies here: what the person needs is asked of nobody. */
export function Offered({
  work,
  service,
  bodies,
  onChosen,
}: PartProps & {
  readonly bodies: Bodies
  readonly service: ServiceType
  readonly onChosen: (point: ServicePointLine) => void
}) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<DirectoryAnswer>('/api/service-points')
  if (error && !data) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { profile } = work.whole
  const points = data.points.map(({ id, facts, freePlaces, verifiedOn }) => ({
    ...{ id, ...facts, organisation: facts.organisation ?? facts.name, freePlaces, verifiedOn, languages: facts.languages.map(plainCode) },
  }))
  const need = {
    ...{ type: service, area: null, ageBand: bandFor(profile)?.band ?? '', gender: profile?.gender ?? 'NonSpecifiedUnknown' },
    ...{ languages: (profile?.languages ?? []).map(plainCode), needsAccess: profile?.disability === 'cannot-do-at-all' },
  }
  const offered = suggestions(points, need, { today: todayHere(), rule: ruleOf(data.rules) })
  if (offered.length === 0) return <EmptyState title={t('directory.find.none')}>{t('directory.find.none.do')}</EmptyState>
  const lines = offered.flatMap(({ point, cautions }) => {
    const line = data.points.find((one) => one.id === point.id)
    return line ? [{ line, cautions }] : []
  })
  return (
    <ul className="plain-list stack">
      {receivingFirst(lines).map(({ line, cautions }) => (
        <OfferedPoint key={line.id} bodies={bodies} line={line} cautions={cautions} onChosen={onChosen} />
      ))}
    </ul>
  )
}
/** A directory may say `sw` where a file says `swa`. */
function plainCode(code: string): string {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? code
  } catch {
    return code
  }
}
interface OfferedProps {
  readonly bodies: Bodies
  readonly line: ServicePointLine
  readonly cautions: Suggestion['cautions']
  readonly onChosen: (point: ServicePointLine) => void
}
function OfferedPoint({ bodies, line, cautions, onChosen }: OfferedProps) {
  const { t } = useWords()
  return (
    <li className="panel stack">
      <b>{line.facts.name}</b>
      {line.facts.organisation !== null && <span>{bodies.name(line.facts.organisation)}</span>}
      <span>
        {line.areaName} · <FreshnessMark point={line} /> · <SafeMark facts={line.facts} /> · <PhoneLink phone={line.facts.phone} />
      </span>
      {cautions.length > 0 && <span className="small">{cautions.map((one) => t(`directory.caution.${one}`)).join(' · ')}</span>}
      <span className="small">{t(line.facts.organisation === null ? 'referral.not-in-chanzo' : 'referral.in-chanzo')}</span>
      <Button onClick={() => onChosen(line)}>{t('referral.choose')}</Button>
    </li>
  )
}
