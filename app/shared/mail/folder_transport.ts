import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { MailResponse } from '@adonisjs/mail'
import type { MailTransportContract, NodeMailerMessage } from '@adonisjs/mail/types'
import { createTransport } from 'nodemailer'
import { writeFileAtomic } from '#app/shared/write_file_atomic'

/** Writes each mail as a file that a mail program opens (RFC 5322). */
export class FolderTransport implements MailTransportContract {
  constructor(private folder: string) {}

  async send(message: NodeMailerMessage): Promise<MailResponse<Buffer>> {
    const written = await createTransport({ streamTransport: true, buffer: true }).sendMail(
      message as never
    )
    await mkdir(this.folder, { recursive: true })
    const name = `${written.messageId.replaceAll(/[^a-z0-9.-]/gi, '')}.eml`
    const bytes = written.message as Buffer
    await writeFileAtomic(join(this.folder, name), bytes)
    return new MailResponse(written.messageId, written.envelope as never, bytes)
  }
}
