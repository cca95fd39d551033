/* An order as paper: the act, its annex with what was proposed beside what is decided, room for the signature. */
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import '../inspections/inspection.css'

export interface PaperLine {
  readonly site: string
  readonly name: string
  readonly nationalId?: string
  readonly colour: 'green' | 'yellow' | 'red' | 'blue' | 'none'
  readonly proposed: 'green' | 'yellow' | 'red' | 'blue' | 'none' | null
  readonly deviationReason: string | null
}
export interface OrderPaperProps {
  readonly number: string
  readonly orderKind: string
  readonly signatoryRole: string
  readonly signedOn: string
  readonly effectiveFrom: string
  readonly until: string | null
  readonly legalBasis: readonly string[]
  readonly lines: readonly PaperLine[]
  /** A draft says so across its head. */
  readonly isDraft: boolean
}
export function OrderPaper(order: OrderPaperProps) {
  const { t } = useWords()
  return (
    <article className="paper">
      <header>
        {order.isDraft && <span className="draft-mark">{t('order.draft.mark')}</span>}
        <b>{t('order.state')}</b>
        <span>{t('order.ministry')}</span>
        <h2>
          {t('order.title')} {order.number === '' ? '…' : order.number}
        </h2>
        <span>{wordOr(`order.kind.${order.orderKind}`, order.orderKind)}</span>
      </header>
      <div>
        <b>{t('order.considering')}</b>
        <ul>
          {order.legalBasis.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
      <p>
        <b>{t('order.decides')}</b> {t('order.decides.text')}{' '}
        {t('order.effect', { from: order.effectiveFrom === '' ? '…' : dateText(order.effectiveFrom) })}{' '}
        {order.until ? t('order.effect.until', { until: dateText(order.until) }) : t('order.effect.rule')}
      </p>
      <h3>{t('order.annex')}</h3>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('inspect.site')}</th>
              <th scope="col">{t('order.proposed')}</th>
              <th scope="col">{t('order.decided')}</th>
              <th scope="col">{t('order.deviation')}</th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <tr key={line.site}>
                <td>
                  {line.name} <span className="small">{line.nationalId}</span>
                </td>
                <td>{line.proposed ? <StatusMark colour={line.proposed} /> : '–'}</td>
                <td>
                  <StatusMark colour={line.colour} />
                </td>
                <td>{line.deviationReason ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="sign">
        <div>{t('order.done', { on: order.signedOn === '' ? '…' : dateText(order.signedOn) })}</div>
        <div>{wordOr(`order.signatory.${order.signatoryRole}`, order.signatoryRole)}</div>
      </div>
    </article>
  )
}
