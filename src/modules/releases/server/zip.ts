/* Several tables as one file: a ZIP whose members are stored as they are, always with the same date, so that the same tables give the same bytes. */
import { crc32 } from 'node:zlib'

const DAY = 0x0021

export function zipOf(files: readonly { readonly name: string; readonly content: Buffer }[]): Buffer {
  const members: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content } of files) {
    const called = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(DAY, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(called.length, 22)
    members.push(signed(0x04034b50), common, called, content)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    entries.push(signed(0x02014b50), Buffer.from([20, 0]), common, rest, called)
    offset += 30 + called.length + content.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...members, directory, signed(0x06054b50), end])
}
function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}
