/* Light, dark, or as the device: one attribute on <html>, kept on the device. */
import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'
export const themes: readonly Theme[] = ['system', 'light', 'dark']
const place = 'chanzo.theme'
const listeners = new Set<() => void>()

export function keptTheme(): Theme {
  const kept = localStorage.getItem(place)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}
export function startTheme(): void {
  chooseTheme(keptTheme())
}
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(place, theme)
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  for (const listener of listeners) listener()
}

/** What is drawn now, for pictures that must be drawn again when it changes. */
export const useDrawnTheme = (): 'light' | 'dark' => useSyncExternalStore(subscribe, drawnTheme)

const dark = '(prefers-color-scheme: dark)'
function drawnTheme(): 'light' | 'dark' {
  const kept = keptTheme()
  return kept === 'system' ? (matchMedia(dark).matches ? 'dark' : 'light') : kept
}
function subscribe(listener: () => void): () => void {
  const device = matchMedia(dark)
  listeners.add(listener)
  device.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    device.removeEventListener('change', listener)
  }
}

/** A colour token as it is drawn now, for canvases that know no CSS: `rgb(15, 92, 92)`. */
export function drawnColour(token: `--${string}`): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${token})`
  document.body.append(probe)
  const colour = getComputedStyle(probe).color
  probe.remove()
  return colour
}
