import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'session.create': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'second_factor.create': { paramsTuple?: []; params?: {} }
    'second_factor.store': { paramsTuple?: []; params?: {} }
    'enrolment.create': { paramsTuple?: []; params?: {} }
    'enrolment.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'invitation.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'invitation.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'users.index': { paramsTuple?: []; params?: {} }
    'users.create': { paramsTuple?: []; params?: {} }
    'users.store': { paramsTuple?: []; params?: {} }
    'users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_invitations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_doors.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_doors.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access_log.index': { paramsTuple?: []; params?: {} }
    'my_account.show': { paramsTuple?: []; params?: {} }
    'my_account.update': { paramsTuple?: []; params?: {} }
    'my_account.store': { paramsTuple?: []; params?: {} }
    'open_sessions.destroy': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'home.show': { paramsTuple?: []; params?: {} }
    'health.show': { paramsTuple?: []; params?: {} }
    'assets.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'saved_views.store': { paramsTuple?: []; params?: {} }
    'saved_views.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'works.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  GET: {
    'session.create': { paramsTuple?: []; params?: {} }
    'second_factor.create': { paramsTuple?: []; params?: {} }
    'enrolment.create': { paramsTuple?: []; params?: {} }
    'invitation.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'users.index': { paramsTuple?: []; params?: {} }
    'users.create': { paramsTuple?: []; params?: {} }
    'users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access_log.index': { paramsTuple?: []; params?: {} }
    'my_account.show': { paramsTuple?: []; params?: {} }
    'home.show': { paramsTuple?: []; params?: {} }
    'health.show': { paramsTuple?: []; params?: {} }
    'assets.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'works.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  HEAD: {
    'session.create': { paramsTuple?: []; params?: {} }
    'second_factor.create': { paramsTuple?: []; params?: {} }
    'enrolment.create': { paramsTuple?: []; params?: {} }
    'invitation.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'users.index': { paramsTuple?: []; params?: {} }
    'users.create': { paramsTuple?: []; params?: {} }
    'users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access_log.index': { paramsTuple?: []; params?: {} }
    'my_account.show': { paramsTuple?: []; params?: {} }
    'home.show': { paramsTuple?: []; params?: {} }
    'health.show': { paramsTuple?: []; params?: {} }
    'assets.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'works.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  POST: {
    'session.store': { paramsTuple?: []; params?: {} }
    'second_factor.store': { paramsTuple?: []; params?: {} }
    'enrolment.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'invitation.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'users.store': { paramsTuple?: []; params?: {} }
    'user_invitations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_doors.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_doors.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_account.update': { paramsTuple?: []; params?: {} }
    'my_account.store': { paramsTuple?: []; params?: {} }
    'open_sessions.destroy': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'saved_views.store': { paramsTuple?: []; params?: {} }
    'saved_views.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}