/* What is known of a lot of gold, on its page: gross and fine, how it was tested, what was paid beside the reference, reopenings, its melt. */
import { useEffect, useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { askFile } from '../../../../app/api.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { type PairLine, Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { GoldDetail, MeltShown } from '../../contract-gold.ts'
import { finenessText, gramsText, shareText } from './gold-figures.ts'
import { useSachetLines } from './sachet-lines.tsx'

export function GoldPanel({ lot }: { readonly lot: string }) {
  const { t } = useWords()
  const lines = useSachetLines()
  const { data, error, again } = useAnswer<GoldDetail>(`/api/gold/lots/${lot}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { sachet, gold, reopenings, melt } = data
  return (
    <>
      <Panel
        title={t(sachet ? 'gold.sachet' : 'gold.title')}
        aside={sachet && <LinkButton to={`/slips/gold/${lot}`}>{t('gold.slip')}</LinkButton>}
      >
        <div className="stack">
          {gold.isOpen && <Note tone="red">{t('gold.open.do')}</Note>}
          <Pairs lines={lines(data)} />
          {sachet?.hasPhoto && <Picture lot={lot} />}
        </div>
      </Panel>
      {reopenings.length > 0 && <Reopenings detail={data} />}
      {melt && <Melt melt={melt} />}
    </>
  )
}

function Reopenings({ detail }: { readonly detail: GoldDetail }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('gold.reopenings')}>
      <ul className="plain-list stack">
        {detail.reopenings.map((one) => (
          <li key={one.learnedAt}>
            <b>
              <DateText date={one.reopenedOn} />
            </b>{' '}
            · {one.reason} · {t(`gold.seal.${one.sealFound}`)}
            <br />
            {gramsText(language, one.beforeMilligrams)} → {gramsText(language, one.afterMilligrams)}
            {one.newSerial !== null && ` · ${t('gold.serial.new')} ${one.newSerial}`}
            <br />
            <span className="small">
              {t('gold.witnesses')}
              {t('app.colon')} {one.witnesses.map((seen) => `${seen.name ?? t('app.unknown')} (${seen.function})`).join(' ; ')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Melt({ melt }: { readonly melt: MeltShown }) {
  const { t, language } = useWords()
  const lots: readonly PairLine[] = [
    ...melt.inputs.map(
      (one) =>
        [
          `→ ${one.number}`,
          <AppLink key={one.lot} to={`/lots/${one.lot}`}>
            {gramsText(language, one.drawnMilligrams)}
          </AppLink>,
        ] as const,
    ),
    ...melt.outputs.map(
      (one) =>
        [
          `= ${one.number}`,
          <span key={one.lot}>
            <AppLink to={`/lots/${one.lot}`}>{gramsText(language, one.massMilligrams)}</AppLink>
            {one.finenessTenthsPerMille !== null && ` · ${finenessText(language, one.finenessTenthsPerMille)}`}
          </span>,
        ] as const,
    ),
  ]
  return (
    <Panel title={`${t('gold.melt.one')} ${melt.number}`}>
      <Pairs
        lines={[
          [t('gold.melt.day'), <DateText key="d" date={melt.meltedOn} />],
          [t('lots.by'), melt.organisationName ?? t('app.unknown')],
          ...lots,
          [t('gold.balance.loss'), `${gramsText(language, melt.lossMilligrams)} (${shareText(language, melt.lossHundredthsOfPercent)})`],
          ...(melt.inputFineMilligrams === null
            ? []
            : [
                [
                  t('gold.fine'),
                  `${gramsText(language, melt.inputFineMilligrams)} → ${gramsText(language, melt.outputFineMilligrams)}`,
                ] as const,
              ]),
        ]}
      />
    </Panel>
  )
}

function Picture({ lot }: { readonly lot: string }) {
  const { t } = useWords()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    let made: string | null = null
    askFile(`/api/gold/lots/${lot}/photo`, stop.signal).then(
      (blob) => {
        made = URL.createObjectURL(blob)
        setAddress(made)
      },
      () => undefined,
    )
    return () => {
      stop.abort()
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [lot])
  return address === null ? null : <img src={address} alt={t('gold.photo')} style={{ maxWidth: '100%' }} />
}
