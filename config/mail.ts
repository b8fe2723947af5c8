import { defineConfig, transports } from '@adonisjs/mail'
import { FolderTransport } from '#app/shared/mail/folder_transport'
import env, { storagePath } from '#start/env'

/** By the SMTP server of the administrator; without one, mails are files of the storage folder. */
const mailConfig = defineConfig({
  default: env.get('SMTP_HOST') ? 'smtp' : 'folder',
  from: { address: env.get('MAIL_FROM', 'reversement@example.org'), name: 'Reversement' },
  mailers: {
    folder: () => new FolderTransport(`${storagePath}courriels`),
    smtp: transports.smtp({
      host: env.get('SMTP_HOST', 'localhost'),
      port: env.get('SMTP_PORT', 587),
      auth: env.get('SMTP_USERNAME')
        ? { type: 'login', user: env.get('SMTP_USERNAME')!, pass: env.get('SMTP_PASSWORD', '') }
        : undefined,
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
