/* The fifteen checks with what was looked at, the limit, and who must do what; and the same turned round: who is waited for. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { CheckReport } from '../../contract.ts'
import { sourcesFr } from '../../words/sources-fr.ts'
import { CheckMark } from './check-marks.tsx'
import { byGravity, countOf, waitingFor } from './check-order.ts'
import { statementText, whoText } from './statement-text.ts'

const results = ['failed', 'review', 'not-yet-checked', 'passed', 'not-applicable'] as const

interface Listed {
  readonly checks: readonly CheckReport[]
  readonly live: boolean
  /** Where something can still be added: its lot, for the way to the register of papers. */
  readonly lot: string | null
}
export function CheckList({ checks, live, lot }: Listed) {
  const { t } = useWords()
  return (
    <Panel title={t('dossier.checks')} aside={<span className="small">{t(live ? 'dossier.checks.live' : 'dossier.checks.kept')}</span>}>
      <div className="check-counts">
        {results.map((result) => (
          <span key={result} className="row tight">
            <CheckMark result={result} /> <b>{countOf(checks, result)}</b>
          </span>
        ))}
      </div>
      {byGravity(checks).map((check) => (
        <Check key={check.number} check={check} lot={lot} />
      ))}
    </Panel>
  )
}

function Check({ check, lot }: { readonly check: CheckReport; readonly lot: string | null }) {
  const { t, language } = useWords()
  const { number, id, result, evidence, threshold, remedy, source, mark } = check
  return (
    <details className="check" id={`check-${number}`} open={result !== 'passed' && result !== 'not-applicable'}>
      <summary>
        <CheckMark result={result} />
        <h3>
          {number}. {wordOr(`check.${id}`, id)}
        </h3>
      </summary>
      <div className="stack check-body" style={{ gap: 4 }}>
        <ul>
          {evidence.slice(0, 12).map((one, at) => (
            <li key={at}>{statementText(t, 'evidence', one)}</li>
          ))}
          {evidence.length > 12 && <li className="small">{t('dossier.more', { n: evidence.length - 12 })}</li>}
        </ul>
        {remedy && (
          <p>
            <b>
              {whoText(remedy.who)}
              {t('app.colon')}
            </b>{' '}
            {wordOr(`check.${remedy.code}.remedy`, remedy.code)} {id === 'documents' && lot !== null && <WayToPapers lot={lot} />}
          </p>
        )}
        <Source>
          {[
            threshold ? statementText(t, 'threshold', threshold) : '',
            language === 'fr' ? (sourcesFr[source] ?? source) : source,
            t(`dossier.mark.${mark}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Source>
      </div>
    </details>
  )
}

/** Documents of the chain are kept in a register of their own: there, with this lot already named. */
function WayToPapers({ lot }: { readonly lot: string }) {
  const { t } = useWords()
  const me = useMe().data
  return (
    <>
      {mayOpen('papers.read', me) && (
        <AppLink to="/papers" search={{ lot }}>
          {t('dossier.papers.register')}
        </AppLink>
      )}{' '}
      {mayOpen('papers.draw', me) && (
        <AppLink to="/papers/new" search={{ lot }}>
          {t('dossier.papers.new')}
        </AppLink>
      )}
    </>
  )
}

/** What is missing and who must do it; the first thing that a certifier reads. */
export function Missing({ checks }: { readonly checks: readonly CheckReport[] }) {
  const { t } = useWords()
  const waiting = waitingFor(checks)
  if (waiting.size === 0) return <Note tone="good">{t('dossier.no-missing')}</Note>
  return (
    <Panel title={t('dossier.missing')}>
      <dl className="pairs">
        {[...waiting].map(([who, open]) => (
          <div key={who} style={{ display: 'contents' }}>
            <dt>{whoText(who)}</dt>
            <dd>
              <ul className="plain-list stack" style={{ gap: 6 }}>
                {open.map((check) => (
                  <li key={check.number} className="row tight">
                    <CheckMark result={check.result} />
                    <a href={`#check-${check.number}`}>
                      {check.number}. {wordOr(`check.${check.id}`, check.id)}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
