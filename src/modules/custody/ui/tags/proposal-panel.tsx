/* How many tags a site should be given, and from which numbers: each with where it comes from, defaults shown as such with their mark. */
import { Pairs, type PairLine } from '../../../../app/kit/pairs.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { DateText, MassText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { TagProposal } from '../../contract-tags.ts'

export function ProposalPanel({ proposal }: { readonly proposal: TagProposal }) {
  const { t } = useWords()
  return (
    <Panel title={t('tags.proposal')}>
      <ProposalFigures proposal={proposal} />
      <Source>{t('tags.proposal.source')}</Source>
    </Panel>
  )
}

export function ProposalFigures({ proposal }: { readonly proposal: TagProposal }) {
  const { t, language } = useWords()
  const { baseline, quota, proposed, limitedBy, medianOfBags } = proposal
  const number = (n: number | null) => (n === null ? '–' : numberText(language, n))
  const factor = (key: string) => proposal.factors.find((one) => one.key === key)
  const standard = (key: string) => t('tags.proposal.default', { mark: factor(key)?.mark ?? 'D' })
  const line = (term: string, value: string, why: string): PairLine => [
    term,
    <>
      {value} <span className="small">{why}</span>
    </>,
  ]
  const bags = medianOfBags > 0 ? t('tags.proposal.bag.of', { n: medianOfBags }) : bagDefault()
  function bagDefault(): string {
    return `${t('tags.proposal.bag.default', { n: factor('fewest-bags')?.value ?? 0 })} · ${standard('median-bag')}`
  }
  const lines: readonly PairLine[] = [
    [
      t('tags.proposal.baseline'),
      baseline ? (
        <>
          <MassText grams={baseline.monthlyGrams} />{' '}
          <span className="small">
            {baseline.body}, <DateText date={baseline.observedOn} />
          </span>
        </>
      ) : (
        '–'
      ),
    ],
    line(t('tags.proposal.margin'), `× ${numberText(language, factor('margin')?.value ?? 1)}`, standard('margin')),
    line(t('tags.proposal.months'), `× ${number(proposal.monthsCover)}`, ''),
    [
      t('tags.proposal.bag'),
      <>
        ÷ <MassText grams={proposal.medianBagGrams} /> <span className="small">{bags}</span>
      </>,
    ],
    [t('tags.proposal.needed'), number(proposal.needed)],
    [t('tags.proposal.unused'), `− ${number(proposal.unused)}`],
    ...(quota
      ? [
          line(
            t('tags.proposal.quota.left'),
            number(proposal.quotaLeft),
            t('tags.proposal.quota.of', {
              ...{ allowed: quota.allowedTags, day: quota.since, given: quota.given, basis: t(`tags.basis.${quota.basis}`) },
            }),
          ),
        ]
      : []),
  ]
  return (
    <>
      <p>
        <strong>{proposed === null ? t('tags.proposal.none') : t('tags.proposal.result', { n: proposed })}</strong>{' '}
        {limitedBy === 'standing' && t('tags.proposal.standing')}
        {limitedBy === 'quota' && t('tags.proposal.quota')}
      </p>
      <Pairs lines={lines} />
    </>
  )
}
