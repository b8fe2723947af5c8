import hash from '@adonisjs/core/services/hash'
import User from '#app/accounts/user'

/** Hash of nobody's password: an unknown address costs as much time as a wrong password. */
let nobody: Promise<string> | undefined

/** The active person with this address and password, or null. */
export async function checkPassword(email: string, password: string): Promise<User | null> {
  const user = await User.findBy('email', email.trim().toLowerCase())
  nobody ??= hash.make('personne')
  const right = await hash.verify(user?.passwordHash ?? (await nobody), password)
  return right && user?.isActive && user.passwordHash ? user : null
}
