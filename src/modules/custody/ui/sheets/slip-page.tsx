/*
The frame of every slip that somebody takes home: weighing, purchase, receipt. One A4 sheet with as many copies as there are parties, cut apart at the
line; what is provisional says so in the head of each. It knows facts and places to sign, never the name of a person.
*/
import type { ReactNode } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import './slip.css'

export interface SlipRow {
  readonly key: string
  readonly cells: readonly ReactNode[]
}
export interface SlipProps {
  readonly title: string
  /** Number of the slip: that of its tag, lot or series. */
  readonly number: string
  /** Whose each copy is, in the order in which they are printed. */
  readonly copies: readonly string[]
  /** Above the facts: provisional, set apart. */
  readonly state?: { readonly text: string; readonly grave: boolean } | null
  readonly facts: readonly (readonly [term: string, value: ReactNode])[]
  /** Lines of a slip with several goods; the last of the cells are numbers. */
  readonly rows?: { readonly head: readonly string[]; readonly rows: readonly SlipRow[]; readonly total?: readonly ReactNode[] }
  /** Places to sign, by what they sign for. */
  readonly signatures: readonly string[]
  readonly foot: string
  readonly print: string
  readonly actions?: ReactNode
}

export function SlipPage(props: SlipProps) {
  return (
    <Page
      title={props.title}
      actions={
        <>
          {props.actions}
          <Button kind="primary" onClick={() => window.print()}>
            {props.print}
          </Button>
        </>
      }
    >
      <div className="paper slips">
        {props.copies.map((copy) => (
          <Slip key={copy} {...props} copy={copy} />
        ))}
      </div>
    </Page>
  )
}

function Slip({ title, number, copy, state, facts, rows, signatures, foot }: SlipProps & { readonly copy: string }) {
  return (
    <section className="slip" aria-label={copy}>
      <header>
        <div>
          <h2>{title}</h2>
          <span className="small">{copy}</span>
        </div>
        <b className="slip-number">{number}</b>
      </header>
      {state && <p className={state.grave ? 'slip-state grave' : 'slip-state'}>{state.text}</p>}
      <dl>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {rows && <Rows {...rows} />}
      <div className="slip-signatures">
        {signatures.map((place) => (
          <span key={place}>{place}</span>
        ))}
      </div>
      <footer className="small">{foot}</footer>
    </section>
  )
}

function Rows({ head, rows, total }: NonNullable<SlipProps['rows']>) {
  return (
    <table className="slip-rows">
      <thead>
        <tr>
          {head.map((one) => (
            <th key={one} scope="col">
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, at) => (
              <td key={head[at] ?? at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            {total.map((cell, at) => (
              <td key={head[at] ?? at}>{cell}</td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}
