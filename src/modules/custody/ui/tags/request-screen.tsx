/* One request for tags: where it stands, the proposal of the day with its numbers, its steps, and what may be done next. */
import type { ScreenProps } from '../../../../app/screen.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { TagRequestDetail } from '../../contract-tags.ts'
import { ProposalPanel } from './proposal-panel.tsx'
import { RequestActs } from './request-acts.tsx'
import '../custody.css'

export function RequestScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<TagRequestDetail>(`/api/tag-requests/${params['request'] ?? ''}`)
  return (
    <Page
      title={data ? `${t('tags.request')} · ${data.request.siteName ?? ''}` : t('tags.request')}
      marks={data && <span className="status">{t(`tags.state.${data.request.state}`)}</span>}
      crumbs={
        <AppLink to="/tags" search={{ shelf: 'requests' }}>
          {t('tags.title')}
        </AppLink>
      }
      answer={answer}
      actions={data && <RequestActs detail={data} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <RequestBody detail={data} />}
    </Page>
  )
}

function RequestBody({ detail }: { readonly detail: TagRequestDetail }) {
  const { t, language } = useWords()
  const { request, parts, approvedOn, proposal } = detail
  const number = (n: number | null) => (n === null ? '–' : numberText(language, n))
  const differs = request.received !== null && request.received !== request.assigned
  return (
    <div className="stack">
      {differs && (
        <Note>
          {t('tags.request.differs', {
            ...{ counted: request.received, assigned: request.assigned, n: Math.abs((request.received ?? 0) - request.assigned) },
          })}
        </Note>
      )}
      <div className="columns">
        <Panel>
          <Pairs
            lines={[
              [
                t('tags.site'),
                <AppLink key="site" to={`/tag-lockboxes/${request.site}`}>
                  {request.siteName ?? request.site}
                </AppLink>,
              ],
              [t('tags.request.by'), request.organisationName ?? '–'],
              [t('tags.request.on'), <DateText key="asked" date={request.askedOn} />],
              [t('tags.type'), t(`tags.type.${request.tagType}`)],
              [t('tags.request.quantity'), number(request.quantity)],
              [t('tags.request.approved'), number(request.approved)],
              [t('tags.request.assigned'), number(request.assigned)],
              [t('tags.request.received'), number(request.received)],
              ...(request.reason === null ? [] : [[t('tags.reason'), request.reason] as const]),
            ]}
          />
        </Panel>
        <ProposalPanel proposal={approvedOn ?? proposal} />
      </div>
      <Panel title={t('tags.parts')}>
        {parts.length === 0 && <p>{t('tags.parts.none')}</p>}
        <ul className="plain-list">
          {parts.map((part) => (
            <li key={`${part.batch} ${part.from}`}>
              {part.first} – {part.last} ({numberText(language, part.size)}){' '}
              {part.receivedOn !== null && (
                <span className="small">
                  {t('tags.parts.received')} <DateText date={part.receivedOn} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      <Steps detail={detail} />
    </div>
  )
}

function Steps({ detail: { steps } }: { readonly detail: TagRequestDetail }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('tags.steps')}>
      <ol className="plain-list">
        {steps.map((step, at) => (
          <li key={`${step.step} ${at}`}>
            <strong>{t(`tags.step.${step.step}`)}</strong> {step.quantity !== null && numberText(language, step.quantity)}{' '}
            <span className="small">
              {step.organisationName ?? ''} · <InstantText at={step.learnedAt} />
            </span>
            {step.reason !== null && <div className="small">{step.reason}</div>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
