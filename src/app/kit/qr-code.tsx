/* A QR code drawn on the device; the encoder is fetched when a code is first shown. */
import { useEffect, useState } from 'react'
import { Loading } from './states.tsx'

/** `label` says what reading it gives; the text itself should stand beside it for those who cannot scan. */
export function QrCode({ text, label, size = 220 }: { readonly text: string; readonly label: string; readonly size?: number }) {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    void import('bwip-js/generic').then(({ drawingSVG, qrcode }) => {
      const svg = qrcode({ bcid: 'qrcode', text, scale: 4, padding: 8, backgroundcolor: 'FFFFFF' }, drawingSVG())
      if (wanted) setPicture(`data:image/svg+xml,${encodeURIComponent(svg)}`)
    })
    return () => {
      wanted = false
    }
  }, [text])
  return picture === null ? (
    <Loading />
  ) : (
    <img src={picture} alt={label} width={size} height={size} style={{ borderRadius: 6, maxWidth: '100%', height: 'auto' }} />
  )
}
