/* What was learned by the test: means before and after, the gain and the gain by what was left to learn, each with of how many. */
import { Fragment } from 'react'
import { numberText } from '../../../../kernel/phrase.ts'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { GainShown } from '../../contract-training.ts'

export function GainPanel({ gain }: { readonly gain: GainShown | null }) {
  const { t, language } = useWords()
  const tenths = (value: number | null): string => (value === null ? t('training.not-applicable') : numberText(language, value / 10, 1))
  if (gain === null || gain.of === 0) return <p className="small">{t('training.gain.none')}</p>
  const rows = [
    [t('training.gain.pre'), tenths(gain.preMeanTenths)],
    [t('training.gain.post'), tenths(gain.postMeanTenths)],
    [t('training.gain'), tenths(gain.gainTenths)],
    [
      t('training.gain.normalised', { n: gain.normalisedOf }),
      gain.normalisedThousandths === null ? t('training.not-applicable') : numberText(language, gain.normalisedThousandths / 1000, 2),
    ],
  ] as const
  return (
    <Panel title={t('training.gain.title', { n: gain.of })}>
      <dl className="pairs">
        {rows.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <Source>{t('training.rule.gain')}</Source>
    </Panel>
  )
}
