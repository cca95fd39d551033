/* Blue requests of one site: filed by an exporter, received by the three authorities in their own name, objected to with a criterion. */
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import { FileBlue, ObjectToBlue, ReceiveBlue } from './blue-dialogs.tsx'

const levels = ['local', 'provincial', 'national'] as const

export function BluePanel({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  const me = useMe().data
  const open = site.standing.internal === 'NONE' || site.standing.internal === 'BLUE_LAPSED_GREEN'
  return (
    <Panel
      title={t('blue.of-site')}
      aside={mayOpen('sites.blue-apply', me) && me?.organisation && open && <FileBlue site={site.id} exporter={me.organisation.id} />}
    >
      {site.blueApplications.length === 0 && <EmptyState title={t('blue.none')}>{t('blue.none.do')}</EmptyState>}
      {site.blueApplications.map((one) => (
        <section key={one.application} className="stack" style={{ gap: 8 }}>
          <p>
            {t('blue.filed')} <InstantText at={one.learnedAt} /> · {t('blue.reference')}
            {t('app.colon')} {one.riskAssessment.reference} ({dateText(one.riskAssessment.date)})
          </p>
          <dl className="facts">
            {levels.map((level) => (
              <div key={level}>
                <dt>
                  {t('blue.level')} {t(`blue.level.${level}`)}
                </dt>
                <dd>{receivedText(one.receipts.find((receipt) => receipt.level === level)?.on) ?? t('blue.missing')}</dd>
              </div>
            ))}
          </dl>
          {one.objections.map((objection) => (
            <p key={`${objection.criterion} ${objection.recordedAt}`} className="fault">
              {t('blue.objection', { ...objection, by: wordOr(`blue.by.${objection.by}`, objection.by) })}
            </p>
          ))}
          <div className="row">
            {mayOpen('sites.blue-receive', me) && (
              <ReceiveBlue
                site={site.id}
                application={one.application}
                missing={levels.filter((level) => !one.receipts.some((receipt) => receipt.level === level))}
              />
            )}
            {mayOpen('sites.blue-object', me) && <ObjectToBlue site={site.id} application={one.application} />}
          </div>
        </section>
      ))}
    </Panel>
  )
}
const receivedText = (on: string | undefined): string | undefined => (on === undefined ? undefined : dateText(on))
