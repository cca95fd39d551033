/*
Answers the bytes of a file that a person once sent, so that no browser takes them for a page of ours: the kind is said and not
guessed, a script in it has no rights, a PDF is saved instead of opened inside the site. The caller has checked who may read it.
The name is made from what it is and its hash, never from what somebody called it.
*/
import type { Reply } from './route.ts'

export interface SentFile {
  readonly sha256: string
  readonly mediaType: 'application/pdf' | 'image/png' | 'image/jpeg'
  readonly content: Uint8Array
}

const ENDING = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' } as const

/** `what` becomes the beginning of the name: `photo`, `order`. */
export const fileReply = ({ sha256, mediaType, content }: SentFile, what: string): Reply => ({
  status: 200,
  body: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
  contentType: mediaType,
  headers: {
    'content-disposition': `${mediaType === 'application/pdf' ? 'attachment' : 'inline'}; filename="${what.replaceAll(/[^a-z0-9-]/g, '')}-${sha256.slice(0, 8)}.${ENDING[mediaType]}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    // The bytes behind a hash never change; an hour of keeping saves a slow line, and a shared laptop forgets.
    'cache-control': 'private, max-age=3600, immutable',
  },
})
