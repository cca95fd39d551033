/* The signed facts, to be compared with the papers and the bags: a genuine code on other bags proves nothing about them. */
import { MineralMark } from '../../../../app/kit/mineral-mark.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { MassText } from '../../../../app/kit/values.tsx'
import { numberText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import type { CertificateFacts } from '../../domain/code/claims.ts'
import { hsCodes } from '../../domain/rulebook.ts'
import { shortIdentifier } from '../../domain/short-identifier.ts'

const minerals = ['Sn', 'Ta', 'W', 'Au'] as const

export function Compare({ facts }: { readonly facts: CertificateFacts }) {
  const { t, language } = useWords()
  const mineral = minerals.find((one) => hsCodes[one] === facts.mineral)
  const left = facts.siteCount - facts.sites.length
  const lines = [
    { name: t('verify-page.mineral'), value: mineral ? <MineralMark mineral={mineral} withName /> : facts.mineral },
    { name: t('verify-page.mass'), value: <MassText grams={facts.massGrams} /> },
    { name: t('verify-page.grade'), value: facts.grade },
    { name: t('verify-page.tags'), value: numberText(language, facts.tagCount) },
    { name: t('verify-page.lot'), value: facts.lotNumber },
    { name: t('verify-page.exporter'), value: facts.exporter },
    { name: t('verify-page.hs'), value: facts.mineral },
    {
      name: t('verify-page.origin'),
      value: facts.origin.map((code) => (code === '0' ? t('verify-page.origin.unknown') : code)).join(', '),
    },
  ]
  return (
    <>
      <Panel title={t('verify-page.compare')}>
        <p className="small">{t('verify-page.compare.explain')}</p>
        <dl className="compare">
          {lines.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={t('verify-page.sites')} aside={<span className="small">{numberText(language, facts.siteCount)}</span>}>
        <ul className="plain-list stack" style={{ gap: 6 }}>
          {facts.sites.map((site) => (
            <li key={site}>{shortIdentifier(site)}</li>
          ))}
        </ul>
        <p className="small">
          {t('verify-page.sites.short')} <a href={`/certificate/${facts.number}`}>{t('verify-page.sites.names')}</a>
        </p>
        {left > 0 && <p className="small">{t('verify-page.sites.more', { n: left })}</p>}
      </Panel>
    </>
  )
}
