/* The course of a dossier: whose turn it is and for how long, its versions beside each other, and who did what in which function. */
import { useAnswer } from '../../../../app/ask.ts'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { DossierCourse, DossierVersion, DossierWait } from '../../contract-dossier.ts'
import { CheckMark } from './check-marks.tsx'
import { changedLines, termsLines } from './terms-lines.tsx'

export const useCourse = (dossier: string) => useAnswer<DossierCourse>(`/api/dossiers/${dossier}/course`)

export function WaitNote({ wait }: { readonly wait: DossierWait }) {
  const { t } = useWords()
  const { turn, days, given, overdue, place, waiting } = wait
  return (
    <Note tone={overdue ? 'red' : 'calm'}>
      {t('course.wait', { turn: t(`dossier-queue.turn.${turn}`), days })} {overdue && <b>{t('course.wait.late')} </b>}
      {given !== null && t('course.wait.given', { given })}{' '}
      {place !== null && waiting !== null && t('course.wait.place', { place, waiting })}
    </Note>
  )
}

export function Course({ course }: { readonly course: ReturnType<typeof useCourse> }) {
  const { data, error, again } = course
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <>
      {data.versions.length > 1 && <Versions versions={data.versions} />}
      <Acts acts={data.acts} />
    </>
  )
}

function Acts({ acts }: Pick<DossierCourse, 'acts'>) {
  const { t } = useWords()
  return (
    <Panel title={t('course.acts')}>
      <ol className="plain-list stack acts" style={{ gap: 10 }}>
        {acts.map((act) => (
          <li key={act.position}>
            <b>
              {t(`course.by.${act.by}`)}
              {act.byMe && ` (${t('course.me')})`}
            </b>{' '}
            {t(`course.what.${act.what}`)}
            {act.text !== null && `${t('app.colon')} ${act.text}`}
            <br />
            <span className="small">
              <InstantText at={act.at} /> · {t('course.version', { version: act.version })} ·{' '}
              {t('course.event', { position: act.position })}
            </span>
          </li>
        ))}
      </ol>
      <Source>{t('course.acts.source')}</Source>
    </Panel>
  )
}

function Versions({ versions }: Pick<DossierCourse, 'versions'>) {
  const { t } = useWords()
  return (
    <Panel title={t('course.versions')}>
      <div className="versions">
        {versions.map((version, at) => (
          <Version key={version.version} version={version} before={versions[at - 1] ?? null} />
        ))}
      </div>
    </Panel>
  )
}

function Version({ version, before }: { readonly version: DossierVersion; readonly before: DossierVersion | null }) {
  const { t, language } = useWords()
  const lines = termsLines(t, language, version.terms)
  const changed = before === null ? new Set<string>() : changedLines(termsLines(t, language, before.terms), lines)
  return (
    <section className="version" aria-label={t('course.version', { version: version.version })}>
      <h3>{t('course.version', { version: version.version })}</h3>
      <p className="small">
        {t('course.version.since')} <InstantText at={version.since} /> · {t('course.version.papers', { n: version.papers })}
      </p>
      <p>{version.reason === null ? t('course.version.first') : `${t('course.version.why')}${t('app.colon')} ${version.reason}`}</p>
      {before !== null && changed.size === 0 && <p>{t('course.same')}</p>}
      <dl className="pairs">
        {lines.map((line) => (
          <div key={line.key} className={changed.has(line.key) ? 'changed' : ''} style={{ display: 'contents' }}>
            <dt>{line.label}</dt>
            <dd>
              {changed.has(line.key) ? (
                <>
                  <mark>{line.shown}</mark> <span className="small">({t('course.changed')})</span>
                </>
              ) : (
                line.shown
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Outcome outcome={version.outcome} />
    </section>
  )
}

function Outcome({ outcome }: Pick<DossierVersion, 'outcome'>) {
  const { t } = useWords()
  if (outcome === null) return <p className="ink-3">{t('course.version.none')}</p>
  const open = outcome.checks.filter((check) =>
    outcome.named ? outcome.named.includes(check.number) : check.result === 'failed' || check.result === 'review',
  )
  return (
    <div className="stack" style={{ gap: 6 }}>
      <p>
        <b>
          {t('course.version.outcome')}
          {t('app.colon')} {t(`course.outcome.${outcome.what}`)}
        </b>
        , <InstantText at={outcome.at} />
        {outcome.reason !== null && <> — {outcome.reason}</>}
      </p>
      {open.length > 0 && (
        <ul className="plain-list stack" style={{ gap: 4 }} aria-label={t('course.version.failed')}>
          {open.map((check) => (
            <li key={check.number} className="row tight">
              <CheckMark result={check.result} /> {check.number}. {wordOr(`check.${check.id}`, check.id)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
