import { UserSchema } from '#database/schema'

export const ROLES = [
  'platform',
  'coordinator',
  'finance',
  'approver',
  'auditor',
  'association',
  'admin',
] as const

export type Role = (typeof ROLES)[number]

export default class User extends UserSchema {
  declare role: Role

  get isActive(): boolean {
    return this.disabledAt === null
  }
}
