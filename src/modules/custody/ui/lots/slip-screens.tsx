/* The slips of a purchase, a transport and a processing: two copies on one sheet, one for each side. Numbers and functions alone, never the name of a person. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import type { PairLine } from '../../../../app/kit/pairs.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, MassText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { LotDetail } from '../../contract.ts'
import type { LotDealings, ProcessingShown, PurchaseShown, TransferShown } from '../../contract-lots.ts'
import { SlipPage } from '../sheets/slip-page.tsx'
import { moneyText } from './money.ts'

/** The end of an identifier, in two groups: enough to find the record by, short enough to read out. */
const shortCode = (id: string): string => {
  const plain = id.replaceAll('-', '').slice(-8).toUpperCase()
  return `${plain.slice(0, 4)}-${plain.slice(4)}`
}
function useFoot(): (id: string) => string {
  const { t } = useWords()
  return (id) => t('act.slip.foot', { code: shortCode(id) })
}

export function PurchaseSlip({ params }: ScreenProps) {
  const { t, language } = useWords()
  const foot = useFoot()
  const { data, error, again } = useAnswer<PurchaseShown>(`/api/purchases/${params['purchase'] ?? ''}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const money = (hundredths: number): string => moneyText(language, hundredths, data.currency)
  const total = data.lots.reduce((sum, one) => sum + one.massGrams, 0)
  return (
    <SlipPage
      title={t('act.slip.purchase')}
      number={data.number}
      copies={[t('act.slip.copy.seller'), t('act.slip.copy.buyer')]}
      state={
        data.otherSideSays === 'agreed'
          ? null
          : { text: t(`act.slip.purchase.${data.otherSideSays}`), grave: data.otherSideSays === 'disagreed' }
      }
      facts={[
        [t('act.buy.seller'), data.sellerName ?? '–'],
        [t('act.buy.buyer'), data.buyerName ?? '–'],
        [t('act.buy.place'), data.place],
        [t('act.buy.day'), <DateText key="day" date={data.boughtOn} />],
        [t('act.buy.payment'), t(`act.pay.${data.payment}`)],
        ...(data.traderCard === null ? [] : [[t('act.buy.card'), data.traderCard] as const]),
        ...data.taxes.map(
          (one, at) =>
            [`${one.taxType} ${at + 1}`, `${moneyText(language, one.amountHundredths, one.currency)} ${one.receipt ?? ''}`] as const,
        ),
        [t('act.buy.hand-over.fact'), t(data.handedOver ? 'act.yes' : 'act.no')],
      ]}
      rows={{
        head: [t('lots.number'), t('lots.mass'), t('act.buy.perkg'), t('act.buy.amount')],
        rows: data.lots.map((one) => ({
          key: one.lot,
          cells: [
            one.number,
            <MassText key="m" grams={one.massGrams} />,
            money(one.priceHundredthsPerKilogram),
            money(one.amountHundredths),
          ],
        })),
        total: [t('act.buy.total'), <MassText key="m" grams={total} />, '', money(data.totalHundredths)],
      }}
      signatures={[t('act.slip.sign.seller'), t('act.slip.sign.buyer')]}
      foot={foot(data.id)}
      print={t('act.slip.print')}
      actions={<AppLink to={`/lots/${data.lots[0]?.lot ?? ''}`}>{data.lots[0]?.number ?? ''}</AppLink>}
    />
  )
}

/** Both weights and their difference, as they stand on a slip. */
function useWeights(): (transfer: TransferShown) => readonly PairLine[] {
  const { t, language } = useWords()
  return ({ sentGrams, sentOn, receivedGrams, receivedOn }) => {
    const sent: PairLine = [
      t('act.scale.sender'),
      <>
        <MassText grams={sentGrams} />, <DateText date={sentOn} />
      </>,
    ]
    if (receivedGrams === null) return [sent]
    const change = receivedGrams - sentGrams
    const percent = sentGrams === 0 ? '' : ` (${numberText(language, Math.round((change / sentGrams) * 10_000) / 100, 2)} %)`
    return [
      sent,
      [
        t('act.scale.receiver'),
        <>
          <MassText grams={receivedGrams} /> {receivedOn !== null && <DateText date={receivedOn} />}
        </>,
      ],
      [
        t('balance.difference'),
        <>
          <MassText grams={change} />
          {percent}
        </>,
      ],
    ]
  }
}

export function TransferSlip({ params }: ScreenProps) {
  const { t } = useWords()
  const [foot, weights] = [useFoot(), useWeights()]
  const lot = params['lot'] ?? ''
  const detail = useAnswer<LotDetail>(`/api/lots/${lot}`)
  const { data, error, again } = useAnswer<LotDealings>(`/api/lots/${lot}/dealings`)
  if (error) return <ErrorState error={error} again={again} />
  if (detail.error) return <ErrorState error={detail.error} again={detail.again} />
  if (!data || !detail.data) return <Loading />
  const transfer = data.transfers.find((one) => one.id === params['transfer'])
  if (!transfer) return <ErrorState error={new Error('unknown-lot')} again={again} />
  const name = (id: string): string => data.names[id] ?? id
  const { otherSideSays: says, receiverFunction, otherSideFunction } = transfer
  const paper = transfer.papers.map((one) => one.number).join(', ')
  const leg = transfer.legs[0]
  return (
    <SlipPage
      title={t(transfer.outcome === 'received' ? 'act.slip.receipt' : 'act.slip.sending')}
      number={detail.data.lot.number}
      copies={[t('act.slip.copy.sender'), t('act.slip.copy.receiver')]}
      state={says === null || says === 'agreed' ? null : { text: t(`act.says.${says}`), grave: says === 'disagreed' }}
      facts={[
        [t('act.slip.from'), name(transfer.from)],
        [t('act.slip.to'), name(transfer.to)],
        [t('lots.mineral'), t(`mineral.${detail.data.lot.mineral}`)],
        ...(paper === '' ? [] : [[t('lots.send.paper'), paper] as const]),
        ...(leg ? [[t('act.way'), [`${leg.from} → ${leg.to}`, leg.company, leg.vehicle].filter(Boolean).join(' · ')] as const] : []),
        ...weights(transfer),
        ...(receiverFunction === null ? [] : [[t('act.sign.receiver.slip'), receiverFunction] as const]),
        ...(otherSideFunction === null ? [] : [[t('act.sign.other'), otherSideFunction] as const]),
      ]}
      signatures={[t('act.slip.sign.sender'), t('act.slip.sign.carrier'), t('act.slip.sign.receiver')]}
      foot={foot(transfer.id)}
      print={t('act.slip.print')}
      actions={<AppLink to={`/lots/${lot}`}>{detail.data.lot.number}</AppLink>}
    />
  )
}

export function ProcessingSlip({ params }: ScreenProps) {
  const { t, language } = useWords()
  const foot = useFoot()
  const { data, error, again } = useAnswer<ProcessingShown>(`/api/processings/${params['processing'] ?? ''}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { balance } = data
  const percent = (hundredths: number | null): string => (hundredths === null ? '–' : `${numberText(language, hundredths / 100, 2)} %`)
  const row = (one: ProcessingShown['inputs'][number] | ProcessingShown['outputs'][number], mark: string, grams: number) => ({
    key: one.lot,
    cells: [
      `${mark} ${one.number}`,
      <MassText key="w" grams={grams} />,
      percent(one.moistureHundredths),
      <MassText key="d" grams={one.dryGrams} />,
      one.percent === null ? '–' : `${numberText(language, one.percent, 2)} %`,
    ],
  })
  return (
    <SlipPage
      title={`${t('act.slip.processing')}${t('app.colon')} ${t(`act.kind.${data.kind}`)}`}
      number={data.number}
      copies={[t('act.slip.copy.owner'), t('act.slip.copy.plant')]}
      facts={[
        [t('lots.by'), data.organisationName ?? '–'],
        ...(data.place === null ? [] : [[t('act.process.place'), data.place] as const]),
        [t('act.process.day'), <DateText key="day" date={data.doneOn} />],
        [
          t('act.process.loss'),
          <>
            <MassText grams={balance.lossGrams} /> ({percent(balance.lossHundredthsOfPercent)})
          </>,
        ],
        [
          t('act.process.loss.dry'),
          <>
            <MassText grams={balance.dryLossGrams} /> ({percent(balance.dryLossHundredthsOfPercent)})
          </>,
        ],
        ...(balance.inputContainedGrams === null || balance.element === null
          ? []
          : [
              [
                t('act.process.contained', { element: balance.element }),
                <>
                  <MassText grams={balance.inputContainedGrams} /> → <MassText grams={balance.outputContainedGrams} />
                </>,
              ] as const,
            ]),
      ]}
      rows={{
        head: [t('lots.number'), t('act.process.wet'), t('act.process.moisture'), t('act.process.dry'), t('act.process.grade')],
        rows: [...data.inputs.map((one) => row(one, '→', one.drawnGrams)), ...data.outputs.map((one) => row(one, '=', one.massGrams))],
      }}
      signatures={[t('act.slip.sign.owner'), t('act.slip.sign.plant')]}
      foot={foot(data.id)}
      print={t('act.slip.print')}
      actions={<AppLink to={`/lots/${data.outputs[0]?.lot ?? ''}`}>{data.outputs[0]?.number ?? ''}</AppLink>}
    />
  )
}
