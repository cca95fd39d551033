/* One hit: what, where, how much, what would explain it, by which rule with which numbers, the lots, and the review with the parties' answers. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { DateField, LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, InstantText, MassText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { HitDetail } from '../../contract-plausibility.ts'
import { SeverityMark } from '../lots/findings.tsx'
import { hitSentence, ruleTitle, thresholdText } from './hit-sentence.tsx'
import './plausibility.css'

export function HitScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<HitDetail>(`/api/hits/${params['hit'] ?? ''}`)
  return (
    <Page
      title={data ? `${data.hit.rule} · ${ruleTitle(data.hit.rule)}` : t('hits.one')}
      marks={data && <SeverityMark severity={data.hit.severity} />}
      crumbs={<AppLink to="/plausibility">{t('hits.title')}</AppLink>}
      answer={answer}
      actions={data && <Acts detail={data} onDone={again} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <What detail={data} />
          <Review detail={data} />
          <Lots detail={data} />
          <RulePanel detail={data} />
        </>
      )}
    </Page>
  )
}

function What({ detail }: { readonly detail: HitDetail }) {
  const { t } = useWords()
  const { hit, explanations } = detail
  return (
    <Panel title={t('hit.what')}>
      <div className="stack">
        <p className="hit-sentence">{hitSentence(hit.rule, hit.facts)}</p>
        <Note tone="calm">{t('hit.figures-only')}</Note>
        <Pairs
          lines={[
            [
              t('hits.where'),
              hit.site ? (
                <AppLink to={`/sites/${hit.site}`}>{hit.siteName ?? hit.site}</AppLink>
              ) : (
                (hit.territoireCode ?? hit.provinceCode ?? t(detail.lots.length > 0 ? 'hit.see-lots' : 'hit.country'))
              ),
            ],
            [t('hit.when'), hit.period ?? '–'],
            [t('hits.raised'), <InstantText key="at" at={hit.raisedAt} />],
            [t('hit.found'), t(`hit.found.${hit.found}`)],
            [t('hits.state'), t(`hits.state.${hit.state}`)],
          ]}
        />
        <h3>{t('hit.explains')}</h3>
        <ul>
          {explanations.map((one) => (
            <li key={one}>{wordOr(`rule.explain.${one}`, one)}</li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}

function Review({ detail }: { readonly detail: HitDetail }) {
  const { t } = useWords()
  const { steps, parties, hit } = detail
  return (
    <Panel title={t('hit.review')}>
      <p>
        {t('hit.parties')} {parties.length === 0 ? t('hit.no-parties') : parties.map((one) => one.name ?? t('app.unknown')).join(', ')}
      </p>
      {hit.replyUntil && (
        <p>
          {t('hit.reply-until')} <DateText date={hit.replyUntil} />
        </p>
      )}
      {steps.length === 0 ? (
        <p className="small">{t('hit.no-steps')}</p>
      ) : (
        <ol className="plain-list stack">
          {steps.map((one, at) => (
            <li key={at} className="hit-step">
              <strong>{wordOr(`hit.step.${one.step}`, one.step)}</strong> {one.organisationName} · <InstantText at={one.at} />
              {one.said !== null && <p>{one.said}</p>}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

/** What happened behind the figures is told as an incident. */
function ToIncident({ hit }: { readonly hit: HitDetail['hit'] }) {
  const { t } = useWords()
  if (!mayOpen('incidents.report', useMe().data)) return null
  return (
    <LinkButton
      to="/incidents/new"
      search={{ hit: hit.id, ...(hit.site === null ? {} : { site: hit.site, siteName: hit.siteName ?? hit.site }) }}
    >
      {t('hit.incident')}
    </LinkButton>
  )
}

function Acts({ detail, onDone }: { readonly detail: HitDetail; readonly onDone: () => void }) {
  const { t } = useWords()
  const { may, hit } = detail
  const [question, setQuestion] = useState('')
  const [until, setUntil] = useState('')
  const [text, setText] = useState('')
  const [end, setEnd] = useState('explained')
  const [reason, setReason] = useState('')
  const at = `/api/hits/${hit.id}`
  const trimmed = (value: string): string | null => (value.trim() === '' ? null : value.trim())
  return (
    <>
      <ToIncident hit={hit} />
      {may.reply && (
        <ActDialog
          title={t('hit.reply')}
          explain={t('hit.reply.explain')}
          go={t('hit.reply.go')}
          path={`${at}/replies`}
          data={trimmed(text) && { text: text.trim() }}
          onDone={onDone}
        >
          <LongTextField label={t('hit.reply.text')} value={text} onValue={setText} maxLength={4_000} required />
        </ActDialog>
      )}
      {may.requestReply && (
        <ActDialog
          title={t('hit.ask')}
          explain={t('hit.ask.explain')}
          go={t('hit.ask.go')}
          path={`${at}/reply-requests`}
          data={{ ...(until === '' ? {} : { until }), ...(trimmed(question) === null ? {} : { question: question.trim() }) }}
          onDone={onDone}
        >
          <LongTextField label={t('hit.ask.question')} value={question} onValue={setQuestion} maxLength={1_000} />
          <DateField label={t('hit.ask.until')} hint={t('hit.ask.until.hint')} value={until} onValue={setUntil} />
        </ActDialog>
      )}
      {may.close && (
        <ActDialog
          title={t('hit.close')}
          explain={t('hit.close.explain')}
          go={t('hit.close.go')}
          kind="plain"
          path={`${at}/closings`}
          data={trimmed(reason) && { as: end, reason: reason.trim() }}
          onDone={onDone}
        >
          <SelectField
            label={t('hit.close.as')}
            value={end}
            options={['explained', 'corrected', 'dismissed', 'confirmed'].map((value) => ({
              value,
              label: wordOr(`hits.state.${value}`, value),
            }))}
            onValue={setEnd}
          />
          <LongTextField label={t('hit.close.reason')} value={reason} onValue={setReason} maxLength={1_000} required />
        </ActDialog>
      )}
    </>
  )
}

function Lots({ detail }: { readonly detail: HitDetail }) {
  const { t } = useWords()
  if (detail.lots.length === 0) return null
  return (
    <Panel title={t('hits.lots')}>
      <ul className="plain-list stack">
        {detail.lots.map((lot) => (
          <li key={lot.id} className="row">
            <AppLink to={`/lots/${lot.id}`}>{lot.number}</AppLink> <MassText grams={lot.massGrams} />
            {lot.quarantined && <span className="small">{t('lots.state.quarantined')}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function RulePanel({ detail }: { readonly detail: HitDetail }) {
  const { t, language } = useWords()
  const { hit, threshold, thresholdGroup, evidence, source, inputs } = detail
  const number = (value: number) => numberText(language, value)
  return (
    <Panel title={t('hit.rule')}>
      <p>{wordOr(`rule.${hit.rule}.says`, hit.rule)}</p>
      <Pairs
        lines={[
          [t('figure-rules.version'), number(hit.version)],
          [t('figure-rules.mark'), `${evidence} · ${wordOr(`figure-rules.source.${source}`, source)}`],
          ...(detail.case
            ? [
                [
                  t('figure-rules.case'),
                  `${wordOr(`figure-rules.case.${detail.case.name}`, detail.case.name)} (${detail.case.evidence})`,
                ] as const,
              ]
            : []),
          [t('hit.threshold-group'), thresholdGroup === 'default' ? t('figure-rules.default') : thresholdGroup],
          ...threshold.map((one) => [wordOr(`rule.threshold.${one.name}`, one.name), thresholdText(one.value, one.unit, number)] as const),
        ]}
      />
      {inputs !== null && (
        <details>
          <summary>{t('hit.inputs')}</summary>
          <pre className="hit-inputs">{inputs}</pre>
        </details>
      )}
      <Source>{t('hits.source')}</Source>
    </Panel>
  )
}
