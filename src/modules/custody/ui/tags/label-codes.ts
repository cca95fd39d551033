/*
Drawing the codes of a label. A DataMatrix of GS1 where the batch names a key, else a plain one of the tag's address; the QR code
always holds the address, so that any telephone can open it. The encoder is fetched when labels are first shown.
*/
import type { TagLabels } from '../../contract-tags.ts'

export type Label = TagLabels['labels'][number]
export type CodeKind = 'matrix' | 'qr' | 'both'

/** Pictures as data addresses, by kind. */
export interface LabelCodes {
  readonly matrix: string | null
  readonly qr: string | null
}
const picture = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`

export async function drawCodes(labels: readonly Label[], kind: CodeKind): Promise<readonly LabelCodes[]> {
  const { drawingSVG, datamatrix, gs1datamatrix, qrcode } = await import('bwip-js/generic')
  const plain = { scale: 3, padding: 2, backgroundcolor: 'FFFFFF' }
  return labels.map(({ link, gs1 }) => ({
    matrix:
      kind === 'qr'
        ? null
        : picture(
            gs1 === null
              ? datamatrix({ bcid: 'datamatrix', text: link, ...plain }, drawingSVG())
              : gs1datamatrix({ bcid: 'gs1datamatrix', text: gs1, ...plain }, drawingSVG()),
          ),
    qr: kind === 'matrix' ? null : picture(qrcode({ bcid: 'qrcode', text: link, ...plain }, drawingSVG())),
  }))
}
