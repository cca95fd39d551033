/* One warning: what is known, its course, who answers it and what was done, what who warned is told. Its sender reads how far it is. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, InstantText, instantText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import type { OwnWarning, PersonCounts, ResponderLine, WarningAnswer, WarningFull } from '../../contract-warnings.ts'
import { ResponderActs, WarningActs } from './warning-acts.tsx'
import { SeverityMark, StateMark, WarningClock } from './warning-marks.tsx'
import { Rules } from './warnings-screen.tsx'

export function WarningScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<WarningAnswer>(`/api/conflict/warnings/${params['warning'] ?? ''}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  if (data.view === 'own') {
    const { own } = data
    return (
      <Page title={`${t(`warning.type.${own.type}`)} · ${own.territoireName}`} under={own.number} answer={answer}>
        <OwnPanel own={own} />
      </Page>
    )
  }
  const { line } = data
  return (
    <Page
      title={`${t(`warning.type.${line.type}`)} · ${line.territoireName}`}
      marks={
        <>
          <SeverityMark severity={line.severity} /> <StateMark state={line.state} />
        </>
      }
      crumbs={<AppLink to="/warnings">{t('warnings.title')}</AppLink>}
      under={
        <>
          {line.number} <WarningClock line={line} />
        </>
      }
      answer={answer}
      actions={data.triages && <WarningActs data={data} again={again} />}
    >
      {data.unsure.length > 0 && (
        <Note>{t('warning.unsure', { parts: data.unsure.map((one) => t(`warning.unsure.${one}`)).join(', ') })}</Note>
      )}
      {data.touchesPersons && (
        <Note>
          {t('warning.persons.note')} <AppLink to="/signals">{t('warning.persons.go')}</AppLink>
        </Note>
      )}
      {line.assessment === 'false' && (
        <Note tone="calm">{t('warning.false', { why: data.because === null ? '–' : t(`warning.because.${data.because}`) })}</Note>
      )}
      <Known data={data} />
      <Responders data={data} again={again} />
      <Course data={data} />
      <Rules data={data} />
    </Page>
  )
}

function OwnPanel({ own }: { readonly own: OwnWarning }) {
  const { t } = useWords()
  return (
    <Panel>
      <Pairs lines={ownLines(t, own)} />
    </Panel>
  )
}
const ownLines = (t: Translate, own: OwnWarning): readonly (readonly [string, React.ReactNode])[] => [
  [t('warning.severity'), <SeverityMark key="s" severity={own.severity} />],
  [t('warning.received'), instantText(own.receivedAt, own.zone)],
  [t('warning.state'), <StateMark key="st" state={own.state} />],
  [t('warning.feedback'), own.feedback === null ? t('warning.feedback.none') : t(`warning.way.${own.feedback}`)],
  ...(own.because === null ? [] : [[t('warning.false.short'), t(`warning.because.${own.because}`)] as const]),
]

function Known({ data }: { readonly data: WarningFull }) {
  const { t } = useWords()
  const { line } = data
  return (
    <Panel title={t('warning.known')}>
      <Pairs
        lines={[
          [t('warning.place'), [line.territoireName, line.site?.name].filter(Boolean).join(' · ')],
          [t('warning.received'), `${instantText(line.receivedAt, line.zone)} · ${t(`warning.channel.${data.channel}`)}`],
          [t('warning.occurred'), data.occurredAt === null ? t('app.unknown') : instantText(data.occurredAt, line.zone)],
          ...(data.reporter === null ? [] : [[t('warning.reporter'), t(`warning.reporter.${data.reporter}`)] as const]),
          data.touchesPersons
            ? ([t('warning.persons'), personsText(t, data.persons)] as const)
            : ([t('warning.what'), data.what ?? t('app.unknown')] as const),
          [t('warning.actors'), data.actors.map((one) => t(`incident-actor.${one}`)).join(', ') || t('warning.none-named')],
          ...(data.organisations.length === 0
            ? []
            : [[t('warning.bodies'), data.organisations.map((one) => one.name).join(', ')] as const]),
          [t('warning.feedback'), data.feedback === null ? t('warning.feedback.none') : t(`warning.way.${data.feedback}`)],
        ]}
      />
      {data.source !== null && (
        <p>
          <AppLink to={`/voices/${data.source.voice}`}>{t('warning.voice')}</AppLink>
        </p>
      )}
      {data.incident !== null && (
        <p>
          <AppLink to={`/incidents/${data.incident}`}>{t('warning.incident.see')}</AppLink>
        </p>
      )}
    </Panel>
  )
}
function personsText(t: Translate, persons: PersonCounts | null): string {
  if (persons === null) return t('app.unknown')
  const kinds = ['women', 'men', 'girls', 'boys'] as const
  return kinds.map((one) => `${t(`warning.persons.${one}`)} : ${persons[one] ?? t('warning.persons.uncounted')}`).join(' · ')
}

function Responders({ data, again }: { readonly data: WarningFull; readonly again: () => void }) {
  const { t } = useWords()
  return (
    <Panel title={t('warning.responders')}>
      {data.responders.length === 0 && <p>{t('warning.responders.none')}</p>}
      <ul className="plain-list stack">
        {data.responders.map((one) => (
          <li key={one.organisation}>
            <strong>{one.name}</strong> · <ResponderState one={one} zone={data.line.zone} />
            {one.did.length > 0 && (
              <div>
                {one.did.map((what) => t(`warning.did.${what}`)).join(', ')} · <DateText date={one.doneOn} />
              </div>
            )}
            {one.words !== null && <div className="small">{one.words}</div>}
            {one.mayAnswer && <ResponderActs data={data} one={one} again={again} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
function ResponderState({ one, zone }: { readonly one: ResponderLine; readonly zone: string }) {
  const { t } = useWords()
  if (one.answeredAt !== null) return <span>{t('warning.answered-at', { when: instantText(one.answeredAt, zone) })}</span>
  const due = t(one.isLate ? 'warning.response.late' : 'warning.response.due', { when: instantText(one.due, zone) })
  return (
    <span className={one.isLate ? 'warning-late' : ''}>
      {due}
      {one.acknowledgedAt !== null && ` · ${t('warning.acknowledged')}`}
    </span>
  )
}

function Course({ data }: { readonly data: WarningFull }) {
  const { t } = useWords()
  const codeText = (what: string, code: string): string =>
    what === 'graded' ? code : wordOr(`warning.${what === 'closed' ? 'way' : 'state'}.${code}`, code)
  return (
    <Panel title={t('warning.course')}>
      <ol className="plain-list stack">
        {data.steps.toReversed().map((step) => (
          <li key={`${step.at}${step.what}${step.body}`}>
            <strong>{wordOr(`warning.step.${step.what}`, step.what)}</strong>
            {step.code !== null && ` : ${codeText(step.what, step.code)}`} · <InstantText at={step.at} zone={data.line.zone} />
            {step.body !== null && ` · ${step.body}`}
            {step.words !== null && <div className="small">{step.words}</div>}
          </li>
        ))}
      </ol>
      <Source>{t('warning.course.source')}</Source>
    </Panel>
  )
}
