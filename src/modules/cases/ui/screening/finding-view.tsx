/*
A finding as the worker sees it: the sentence, the six dimensions as words with what is settled and what may still be, what to ask next, what would
change it, act, means and purpose, and the marks of what is not verified. It reads an explanation and adds nothing; there is no number for a person.
*/
import { isTelephone } from '../../../../app/device.ts'
import { Banner, Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Explanation } from '../../domain/identification/assess.ts'
import type { DimensionResult } from '../../domain/identification/dimension.ts'
import { findingTable } from '../../domain/identification/findings.ts'
import { type Label, say } from '../../domain/label.ts'
import { findingLabels } from '../../domain/identification/labels.ts'
import {
  actLabels,
  actionLabels,
  ageBasisLabels,
  bannerLabels,
  disclaimerLabels,
  meansLabels,
  openQuestionLabels,
  profileLabels,
  promptLabels,
  purposeLabels,
  readingLabels,
  signLabels,
} from '../../domain/identification/labels-answers.ts'
import { dimensionLabels, iloLabels, indicatorLabels } from '../../domain/identification/labels-indicators.ts'
import { sayPlainly } from '../../domain/identification/say-explanation.ts'

const MOST_NEXT = 6

export function FindingView({ explanation }: { readonly explanation: Explanation }) {
  const { t, language } = useWords()
  const { banners, disclaimer, ilo, instrumentVersion } = explanation
  return (
    <div className="stack finding">
      <Note tone="calm">
        <strong>{t('finding.not-a-score')}</strong> {say(disclaimerLabels, disclaimer, language)}
      </Note>
      {banners.map((banner) => (
        <Banner key={banner}>
          {banner === 'provisional-weights' && <b>{t('finding.provisional')} · </b>}
          {say(bannerLabels, banner, language)}
        </Banner>
      ))}
      <Findings explanation={explanation} />
      <Panel title={t('finding.dimensions')}>
        <p className="small">{t('finding.dimensions.explain')}</p>
        <div className="dimensions">
          {explanation.dimensionResults.map((one) => (
            <DimensionBar key={one.dim} result={one} />
          ))}
        </div>
      </Panel>
      <WhatNext explanation={explanation} />
      <Palermo explanation={explanation} />
      {ilo.length > 0 && (
        <Panel title={t('finding.ilo')}>
          <p>{ilo.map(({ indicator }) => say(iloLabels, indicator, language)).join(' · ')}</p>
          <Source>{t('finding.ilo.explain')}</Source>
        </Panel>
      )}
      <Source>{t('finding.instrument', { id: instrumentVersion.id, hash: instrumentVersion.sha256.slice(0, 12) })}</Source>
    </div>
  )
}

/** The sentence, what is done at least, and how it was read. */
function Findings({ explanation }: { readonly explanation: Explanation }) {
  const { t, language } = useWords()
  const { findings, profile, ageBasis, readings, prompts } = explanation
  const { minimumAgeYears, supervisorReviewHours, rescreenDays } = explanation.limits
  return (
    <Panel title={say(profileLabels, profile, language)} aside={<span className="small">{say(ageBasisLabels, ageBasis, language)}</span>}>
      {findings.map(({ rule, code, actions }) => (
        <div key={rule}>
          <h3>
            {say(findingLabels, code, language)} <span className="small only-print">{rule}</span>
          </h3>
          <ul>
            {actions.map((action) => (
              <li key={action}>{say(actionLabels, action, language)}</li>
            ))}
          </ul>
          <Source>{t('finding.mark', { mark: findingTable[rule].evidence })}</Source>
        </div>
      ))}
      {readings.map((one) => (
        <p key={one} className="small">
          {say(readingLabels, one, language)}
        </p>
      ))}
      {prompts.map((one) => (
        <Note key={one}>{say(promptLabels, one, language)}</Note>
      ))}
      <Source>{t('finding.limits', { age: minimumAgeYears, hours: supervisorReviewHours, days: rescreenDays })}</Source>
    </Panel>
  )
}

/** What to ask, and what would change it; never what was declined. */
function WhatNext({ explanation: { missing, declined, counterfactual } }: { readonly explanation: Explanation }) {
  const { t, language } = useWords()
  return (
    <>
      {missing.length > 0 && (
        <Panel title={t('finding.next')}>
          <ol>
            {missing.slice(0, MOST_NEXT).map((code) => (
              <li key={code}>
                {say(indicatorLabels, code, language)} <span className="small only-print">{code}</span>
              </li>
            ))}
          </ol>
          {missing.length > MOST_NEXT && <p className="small">{t('finding.next.more', { n: missing.length - MOST_NEXT })}</p>}
          {declined.length > 0 && <p className="small">{t('finding.declined', { n: declined.length })}</p>}
        </Panel>
      )}
      {counterfactual.length > 0 && (
        <Panel title={t('finding.change')}>
          <details className="finding-fold" open={!isTelephone()}>
            <summary>{t('finding.change.n', { n: counterfactual.length })}</summary>
            <ul>
              {counterfactual.map((one) => (
                <li key={`${one.to} ${one.codes.join(' ')} ${one.questions.join(' ')}`}>
                  {sayPlainly(one, language)} <span className="small only-print">{[...one.codes, one.to].join(' ')}</span>
                </li>
              ))}
            </ul>
          </details>
        </Panel>
      )}
    </>
  )
}

/** Settled as ink, what may still be as hatching, neither as an empty bar; never a length, which would be read as a score. The words say the same. */
function DimensionBar({ result }: { readonly result: DimensionResult }) {
  const { t, language } = useWords()
  const { dim, floor, ceiling, S, M, W, items, ruleMatched, nextBest } = result
  const words = say(signLabels, result.result, language)
  return (
    <div className="dimension">
      <div>
        <strong>{say(dimensionLabels, dim, language)}</strong>
        <span>
          {words}
          {ruleMatched !== null && <span className="small only-print"> · {ruleMatched}</span>}
        </span>
      </div>
      <div
        className="span"
        role="img"
        aria-label={t('finding.bar', { floor: say(signLabels, floor, language), ceiling: say(signLabels, ceiling, language) })}
      >
        {ceiling === 'POSITIVE' && <i className="may" />}
        {floor === 'POSITIVE' && <i className="is" />}
      </div>
      <span className="small">
        {t('finding.bar', { floor: say(signLabels, floor, language), ceiling: say(signLabels, ceiling, language) })} ·{' '}
        {t('finding.counted', { S, M, W })}
        {nextBest !== null && ` · ${t('finding.more', { n: nextBest.size })}`}
      </span>
      {items.length > 0 && <span className="small">{items.map(({ code }) => say(indicatorLabels, code, language)).join(', ')}</span>}
    </div>
  )
}

function Palermo({ explanation: { palermo, meansBy } }: { readonly explanation: Explanation }) {
  const { t, language } = useWords()
  const list = <Code extends string>(codes: readonly Code[], labels: { readonly [code in Code]: Label }): string =>
    codes.length === 0 ? t('finding.palermo.none') : codes.map((code) => labels[code][language]).join(', ')
  return (
    <Panel title={t('finding.palermo')}>
      <Pairs
        lines={[
          [t('finding.act'), list(palermo.act, actLabels)],
          [
            t('finding.means'),
            `${list(palermo.means, meansLabels)}${meansBy.length === 0 ? '' : ` · ${t('finding.means.by', { what: meansBy.map((one) => say(dimensionLabels, one, language)).join(', ') })}`}`,
          ],
          [t('finding.purpose'), list(palermo.purpose, purposeLabels)],
        ]}
      />
      <Source>{t('finding.palermo.source', { act: say(openQuestionLabels, 'ACT', language) })}</Source>
    </Panel>
  )
}
