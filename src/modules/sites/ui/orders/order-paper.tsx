/*
An order as the ministry prints it: head, title, visas, grounds, articles, place and signature, the annex as a table. In French, which
is the act; the English text helps readers. A draft bears its mark on every sheet; a signed act its fingerprint.
*/
import { addMonths } from '../../../../kernel/calendar.ts'
import { dateText, fillPhrase, numberText } from '../../../../kernel/phrase.ts'
import { orderPaperEn } from '../../words/order-paper-en.ts'
import { orderPaperFr } from '../../words/order-paper-fr.ts'
import { coloursOf } from './annex.ts'
import '../inspections/inspection.css'
import './order-paper.css'

export interface PaperLine {
  readonly site: string
  readonly name: string
  readonly nationalId: string
  readonly icglrId: string | null
  readonly territoire: string | null
  readonly position: string | null
  readonly colour: 'green' | 'yellow' | 'red'
  readonly deviationReason: string | null
}
export interface PaperStock {
  readonly site: string
  readonly quantityGrams: number
  readonly foundOn: string
  readonly reason: string
}
export interface OrderPaperProps {
  readonly number: string
  readonly orderKind: string
  readonly signatoryRole: string
  readonly signedOn: string
  readonly signedAtPlace: string | null
  readonly effectiveFrom: string
  readonly until: string | null
  /** When the end is written as a period. */
  readonly durationMonths?: number | null
  readonly legalBasis: readonly string[]
  readonly recitals: readonly string[]
  /** Number of the order that this one replaces. */
  readonly replaces: string | null
  readonly lines: readonly PaperLine[]
  readonly stocks: readonly PaperStock[]
  readonly fingerprint: string | null
  /** Newest head of the public ledger when it is printed: the paper then witnesses all that was in it. */
  readonly ledger?: { readonly name: string; readonly size: number; readonly root: string } | null
  /** `null`: a signed act. */
  readonly draftVersion: number | null
  readonly coarse: boolean
  readonly language?: 'fr' | 'en'
}
type Say = (key: keyof typeof orderPaperFr, facts?: { readonly [name: string]: unknown }) => string

export function OrderPaper(order: OrderPaperProps) {
  const language = order.language ?? 'fr'
  const words: { readonly [Key in keyof typeof orderPaperFr]: string } = language === 'fr' ? orderPaperFr : orderPaperEn
  const say: Say = (key, facts) => fillPhrase(language, words[key], facts)
  const isDraft = order.draftVersion !== null
  const kind = kindOf(order.orderKind)
  return (
    <article className={`paper order-paper${isDraft ? ' is-draft' : ''}`} lang={language} data-mark={say('draft')}>
      <header>
        <b className="capitals">{say('state')}</b>
        {isDraft && <span className="draft-mark">{say('draft')}</span>}
        <b className="capitals">{say('ministry')}</b>
        <i>{say('minister')}</i>
        <h2>{say('title', { number: blank(order.number), signedOn: dayText(order.signedOn) })}</h2>
        <b>{say(`about.${kind}`)}</b>
      </header>
      <p>
        <b>{say('opening')}</b>
      </p>
      {order.legalBasis.map((text) => (
        <p key={text}>{language === 'fr' ? visaOf(text) : `${text};`}</p>
      ))}
      {order.recitals.map((text) => (
        <p key={text}>{say('considering', { text: text.replace(/[;.]\s*$/, '') })}</p>
      ))}
      <p className="decides">
        <b>{say('decides')}</b>
      </p>
      {articlesOf(order, kind, say).map((text, at) => (
        <p key={text}>
          <b>{at === 0 ? say('first') : say('article', { n: at + 1 })}</b> {text}
        </p>
      ))}
      <div className="done">
        <span>{say('done', { place: blank(order.signedAtPlace ?? 'Kinshasa'), on: dayText(order.signedOn) })}</span>
        <b>{say(order.signatoryRole === 'MINISTER_PROV' ? 'signatory.MINISTER_PROV' : 'signatory.MINISTER')}</b>
      </div>
      <Annex order={order} say={say} language={language} />
      <footer className="small">
        {isDraft && <span>{say('draft.foot', { version: order.draftVersion })}</span>}
        {order.fingerprint !== null && <span>{say('fingerprint', { hash: order.fingerprint })}</span>}
        {order.ledger && <span>{say('ledger', order.ledger)}</span>}
      </footer>
    </article>
  )
}

const kinds = ['validation', 'red_listing', 'extension', 'withdrawal', 'derogation'] as const
const kindOf = (kind: string): (typeof kinds)[number] => kinds.find((one) => one === kind) ?? 'validation'
const blank = (text: string): string => (text.trim() === '' ? '……………' : text)
const dayText = (day: string): string => (day === '' ? '……………' : dateText(day))

/** `Vu la loi …`, `Vu le décret …`, `Vu l’arrêté …`: the article that the first word asks for. */
function visaOf(text: string): string {
  const bare = text.replace(/^vu\s+/i, '').replace(/[;.]\s*$/, '')
  if (/^loi\b/i.test(bare)) return `Vu la ${bare} ;`
  if (/^décret/i.test(bare)) return `Vu le ${bare} ;`
  return /^(arrêté|ordonnance)/i.test(bare) ? `Vu l’${bare} ;` : `Vu ${bare} ;`
}

function articlesOf(order: OrderPaperProps, kind: (typeof kinds)[number], say: Say): readonly string[] {
  const counts = coloursOf(order.lines)
    .map(({ colour, n }) => say(`count.${colour}`, { n }))
    .join(', ')
  const until =
    order.until ?? (order.durationMonths && order.effectiveFrom !== '' ? addMonths(order.effectiveFrom, order.durationMonths) : null)
  const backwards = order.effectiveFrom !== '' && order.signedOn !== '' && order.effectiveFrom < order.signedOn
  const effect = `${say('effect', { from: dayText(order.effectiveFrom) })}${backwards ? say('effect.backwards') : ''}`
  const ends = kind === 'withdrawal' ? '.' : ` ${until === null ? say('effect.rule') : say('effect.until', { until })}`
  return [
    say(`does.${kind}`, { counts }),
    `${effect}${ends}`,
    ...(order.replaces === null ? [] : [say('replaces', { number: order.replaces })]),
    say('appeal'),
    say('execution'),
  ]
}

interface AnnexProps {
  readonly order: OrderPaperProps
  readonly say: Say
  readonly language: 'fr' | 'en'
}
function Annex({ order, say, language }: AnnexProps) {
  const isDerogation = order.orderKind === 'derogation'
  const reasons = order.lines.some((line) => line.deviationReason !== null)
  const heads = [
    ...(['row', 'site', 'key', 'territoire', 'position', 'icglr'] as const),
    ...(isDerogation ? (['quantity', 'found'] as const) : (['colour'] as const)),
    ...(reasons ? (['reason'] as const) : []),
  ]
  return (
    <section className="order-annex">
      <h3>{say('annex', { number: blank(order.number) })}</h3>
      {/* On a telephone the annex is wider than the screen: whoever has no finger on it scrolls by the keyboard. */}
      <div className="table-wrap" role="region" aria-label={say('annex', { number: blank(order.number) })} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {say(head === 'reason' && order.orderKind !== 'validation' ? 'reason.of-line' : head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line, at) => {
              const stock = order.stocks.find((one) => one.site === line.site)
              return (
                // A draft may name a site twice.
                <tr key={`${at} ${line.site}`}>
                  <td>{at + 1}</td>
                  <td>{line.name}</td>
                  <td>{line.nationalId || '–'}</td>
                  <td>{line.territoire ?? '–'}</td>
                  <td>{line.position ?? '–'}</td>
                  <td>{line.icglrId ?? '–'}</td>
                  {isDerogation ? (
                    <>
                      <td>{stock ? numberText(language, stock.quantityGrams / 1000) : '–'}</td>
                      <td>{stock ? dateText(stock.foundOn) : '–'}</td>
                    </>
                  ) : (
                    <td>
                      <b>{say(`colour.${line.colour}`)}</b>
                    </td>
                  )}
                  {reasons && <td>{line.deviationReason ?? '–'}</td>}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {order.coarse && <p className="small">{say('coarse')}</p>}
    </section>
  )
}
