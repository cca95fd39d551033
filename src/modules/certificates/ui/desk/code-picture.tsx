/* The QR code of a certificate's text, drawn on this device: what is printed is what is verified. */
import { drawingSVG, qrcode } from 'bwip-js/browser'

export function CodePicture({ code, label }: { readonly code: string; readonly label: string }) {
  const options = { bcid: 'qrcode', text: code, eclevel: 'M', padding: 8 }
  const svg = qrcode(options, drawingSVG())
  return <img className="code-picture" alt={label} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} />
}
