import app from '@adonisjs/core/services/app'
import encryption from '@adonisjs/core/services/encryption'
import { drivers, Encryption } from '@adonisjs/core/encryption'

export const NEW_KEY = 'une nouvelle clé de trente-deux signes au moins'
const METHODS = ['encrypt', 'decrypt', 'blindIndex', 'blindIndexes'] as const

/** As a process that was started with these keys, the present one first. */
export async function withKeys<T>(keys: string[], work: () => Promise<T>): Promise<T> {
  const config = await drivers.aes256gcm({ id: 'gcm', keys }).resolver(app)
  const other = new Encryption(config)
  for (const name of METHODS) Object.assign(encryption, { [name]: other[name].bind(other) })
  try {
    return await work()
  } finally {
    for (const name of METHODS) delete (encryption as Partial<Encryption>)[name]
  }
}
