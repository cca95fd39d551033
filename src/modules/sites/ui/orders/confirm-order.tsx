/* Signing an order cannot be taken back: what it will do is said once more, with its number, its colours and its days. */
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import { DissentsOfSite } from '../inspections/dissents.tsx'
import { type AnnexDraft, coloursOf, lineId } from './annex.ts'

interface OrderAsked {
  readonly orderKind: string
  readonly number: string
  readonly effectiveFrom: string
  readonly months: string
  readonly until: string
}
export interface ConfirmOrderProps {
  readonly order: OrderAsked
  readonly lines: readonly AnnexDraft[]
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly onSign: () => void
  readonly busy: boolean
  readonly error: unknown
}
export function ConfirmOrder({ order, lines, open, onOpen, onSign, busy, error }: ConfirmOrderProps) {
  const { t } = useWords()
  const colours = coloursOf(lines).map(({ colour, n }) => t(`order.confirm.${colour}`, { n }))
  return (
    <Dialog
      title={t('order.confirm', { number: order.number.trim() })}
      explain={t('order.sign.explain')}
      open={open}
      onOpen={onOpen}
      actions={
        <Button kind="primary" busy={busy} onClick={onSign}>
          {t('order.confirm.go')}
        </Button>
      }
    >
      <p>
        <b>
          {wordOr(`order.kind.${order.orderKind}`, order.orderKind)}
          {t('app.colon')} {colours.join(', ')}, {t('order.confirm.from', { from: dateText(order.effectiveFrom) })} {endText(t, order)}
        </b>
      </p>
      <ul className="plain-list stack" style={{ gap: 6 }}>
        {lines.map((line) => (
          <li key={lineId(line)}>
            <span className="row tight">
              <StatusMark colour={line.colour} /> {line.name} <span className="small">{line.nationalId}</span>
            </span>
            {order.orderKind === 'validation' && line.site !== null && <DissentsOfSite site={line.site} />}
          </li>
        ))}
      </ul>
      {error !== undefined && error !== null && <ErrorState error={error} />}
    </Dialog>
  )
}

function endText(t: Translate, { until, months }: OrderAsked): string {
  if (until !== '') return t('order.effect.until', { until: dateText(until) })
  return months.trim() === '' ? t('order.effect.rule') : t('order.confirm.months', { n: Number(months) })
}
