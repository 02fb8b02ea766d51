// Written by `npm run generate` from docs/openapi.json. Changes belong there.

export interface paths {
  '/api/v1/admin/certificates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The certificates issued, the newest first. */
    get: {
      parameters: {
        query?: {
          /** @description Part of a number, a name or a course. */
          q?: string;
          /** @description `valid`, `replaced`, `revoked`, `expired`. */
          state?: string;
          /** @description Rows at most, 1 to 100; 50 when nobody says. */
          limit?: number;
          /** @description Where the page before ended. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Page_CertificateView'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/certificates/{code}/replacement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Issues a certificate in the place of this one, with the holder's name as it is today; the old one says so at once. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['ReplacementBody'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['CertificateView'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        409: components['responses']['Conflict'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/certificates/{code}/revocation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Revokes a certificate; the verification page tells the truth at once. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['RevocationBody'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['CertificateView'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        409: components['responses']['Conflict'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/courses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All courses with their versions and enrolments. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
          /** @description Rows at most, 1 to 100; 50 when nobody says. */
          limit?: number;
          /** @description Where the page before ended. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Page_AdminCourse'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/courses/{slug}/versions/{version}/publication': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Publishes a draft. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          slug: string;
          version: string;
        };
        cookie?: never;
      };
      requestBody?: {
        content: {
          'application/json': components['schemas']['PublishBody'] | null;
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Published'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        409: components['responses']['Conflict'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/enrolments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is enrolled and how far, the newest first. */
    get: {
      parameters: {
        query?: {
          /** @description One course. */
          course?: string;
          /** @description `active`, `completed`, `closed`, `withdrawn`. */
          state?: string;
          /** @description Part of a name or a sign-in. */
          q?: string;
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
          /** @description Rows at most, 1 to 100; 50 when nobody says. */
          limit?: number;
          /** @description Where the page before ended. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Page_Enrolled'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Figures of the service, and what waits. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Overview'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/rooms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The rooms, by name. */
    get: {
      parameters: {
        query?: {
          /** @description Rows at most, 1 to 100; 50 when nobody says. */
          limit?: number;
          /** @description Where the page before ended. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Page_RoomView'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    /** Opens a room. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['RoomBody'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['RoomView'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every session that was ever planned, the last one first. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
          /** @description Rows at most, 1 to 100; 50 when nobody says. */
          limit?: number;
          /** @description Where the page before ended. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Page_SessionView'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    /** Plans a session. */
    post: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['SessionBody'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['SessionView'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        409: components['responses']['Conflict'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Calls a session off; those who have a seat see it. Asked again it answers the same. */
    delete: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['SessionView'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        409: components['responses']['Conflict'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/sessions/{id}/seats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who has a seat in a session or waits for one, in the order in which they asked. */
    get: {
      parameters: {
        query?: {
          /** @description Rows at most, 1 to 100; 50 when nobody says. */
          limit?: number;
          /** @description Where the page before ended. */
          cursor?: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Page_RosterSeat'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/sessions/{id}/seats/{learner}/attendance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Says whether somebody with a seat was there; a later word counts more. */
    put: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          id: string;
          learner: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['AttendanceBody'];
        };
      };
      responses: {
        /** @description Done; there is nothing to say. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        409: components['responses']['Conflict'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/certificates/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every printed field of a certificate, and whether it is valid now. For everybody who has its number. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['CertificateView'];
          };
        };
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        429: components['responses']['TooMany'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/certificates/{code}/pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The document. For everybody who has the number. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          code: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/pdf': unknown;
          };
        };
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        429: components['responses']['TooMany'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The published courses. For everybody. */
    get: {
      parameters: {
        query?: {
          /** @description Words of title, summary and outcomes. */
          q?: string;
          /** @description `mooc`, `instant`, `masterclass`. */
          format?: string[];
          /** @description `ca`, `es`, `en`. */
          language?: string[];
          /** @description A competence (`1.2`) or an area (`1`). */
          competence?: string[];
          /** @description `basic`, `intermediate`, `advanced`, `highly-advanced`. */
          level?: string[];
          /** @description For whom. */
          audience?: string[];
          /** @description For which field of life. */
          sector?: string[];
          /** @description `short`, `medium`, `long`. */
          duration?: string[];
          /** @description The language to answer in. */
          lang?: components['schemas']['Locale'];
          /** @description Rows at most, 1 to 100. */
          limit?: number;
          /** @description Where the page before ended. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['CatalogueView'];
          };
        };
        /** @description Nothing has changed since the tag that was sent. */
        304: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{slug}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A course's page. For everybody. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: never;
        path: {
          slug: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['CourseAnswer'];
          };
        };
        /** @description Nothing has changed since the tag that was sent. */
        304: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{slug}/calendar.ics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The calendar file of a masterclass. For everybody. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: never;
        path: {
          slug: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/calendar': unknown;
          };
        };
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{slug}/enrolments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enrols in the standing edition. For everybody signed in; asked again it answers the same enrolment. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          slug: string;
        };
        cookie?: never;
      };
      requestBody?: {
        content: {
          'application/json': components['schemas']['EnrolBody'] | null;
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Told_EnrolmentSummary'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{slug}/room': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The way into the room of a masterclass: leads there at its time, and to the course's page before and after. For everybody. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          slug: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description See the status. */
        303: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{slug}/versions/{version}/units/{unit}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A unit of a published version, without any key. For everybody; the same for everybody and for ever. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: never;
        path: {
          slug: string;
          version: string;
          unit: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['UnitContent'];
          };
        };
        /** @description Nothing has changed since the tag that was sent. */
        304: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/demo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The people one can be, and certificates to look at. For everybody, in a demo only. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['DemoOffer'];
          };
        };
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/demo/entry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enters as one of the demo's people, without a password. For everybody, in a demo only. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['EntryBody'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Me'];
          };
        };
        400: components['responses']['Malformed'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        429: components['responses']['TooMany'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/demo/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Prepares the demo for the next visitor. For everybody, in a demo only. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done; there is nothing to say. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        400: components['responses']['Malformed'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        429: components['responses']['TooMany'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes the person's own settings. */
    patch: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['MeChange'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Me'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        408: components['responses']['TooSlow'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    trace?: never;
  };
  '/api/v1/me/attempts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Draws the questions and starts the clock; a sitting that goes on already is answered instead. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['AttemptBody'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['AttemptView'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        409: components['responses']['Conflict'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/attempts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A sitting: questions, answers so far, and the result once it is over. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['AttemptView'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/attempts/{id}/submission': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hands a sitting in; again, it answers the same. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['AttemptResult'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/certificates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The person's certificates, the newest first. */
    get: {
      parameters: {
        query?: {
          /** @description Rows at most, 1 to 100; 50 when nobody says. */
          limit?: number;
          /** @description Where the page before ended. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Page_CertificateView'];
          };
        };
        401: components['responses']['NotSignedIn'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/enrolments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The person's enrolments, the one used last first. */
    get: {
      parameters: {
        query?: {
          /** @description Rows at most, 1 to 100; 50 when nobody says. */
          limit?: number;
          /** @description Where the page before ended. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Page_Told_EnrolmentSummary'];
          };
        };
        401: components['responses']['NotSignedIn'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/enrolments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One enrolment with its outline, its rule and what is missing. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Told_EnrolmentDetail'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Goes on in another language; the place stays. */
    patch: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['ChangeBody'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Told_EnrolmentSummary'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    trace?: never;
  };
  '/api/v1/me/enrolments/{id}/closing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** "I have what I needed": closes the course without blame. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Told_EnrolmentSummary'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    /** Opens a closed course again, where it was. */
    delete: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Told_EnrolmentSummary'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/enrolments/{id}/units/{unit}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The person's state in one unit. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
          unit: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['UnitStateView'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/enrolments/{id}/units/{unit}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What stands in a unit, for a learner to whom it is open: units with a condition are answered here alone. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: never;
        path: {
          id: string;
          unit: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['UnitContent'];
          };
        };
        /** @description Nothing has changed since the tag that was sent. */
        304: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        409: components['responses']['Conflict'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/enrolments/{id}/units/{unit}/hints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A hint to a question of a lesson. */
    get: {
      parameters: {
        query: {
          /** @description The question. */
          block: string;
          /** @description 1, 2 or 3. */
          number: number;
        };
        header?: never;
        path: {
          id: string;
          unit: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Hint'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/enrolments/{id}/version': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves to a newer version that changes more than words; progress comes along. Asked again, it answers the same. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['VersionBody'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Told_EnrolmentSummary'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        409: components['responses']['Conflict'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/facts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Records what a learner did; each fact is answered, and a repeat gets its first answer. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['FactsBody'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['FactsAnswer'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        408: components['responses']['TooSlow'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/rewards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The person's rewards. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Rewards'];
          };
        };
        401: components['responses']['NotSignedIn'];
        414: components['responses']['AddressTooLong'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The sessions in which the person has a seat or waits for one and that are not over, called off or not, the next one first. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
          /** @description Rows at most, 1 to 100; 50 when nobody says. */
          limit?: number;
          /** @description Where the page before ended. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Page_SessionView'];
          };
        };
        401: components['responses']['NotSignedIn'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Takes a seat, or the next place in the waiting list when all are taken. Asked again it answers the same. */
    put: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['SessionView'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        409: components['responses']['Conflict'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    post?: never;
    /** Gives a seat, or a place in the waiting list, back; whoever waits longest gets the seat. Asked again it answers the same. */
    delete: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['SessionView'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        409: components['responses']['Conflict'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions/{id}/joining': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Comes in: records it, and answers the link of the video room. From a quarter before the hour until the end. */
    post: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['JoinedView'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        409: components['responses']['Conflict'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This description. For everybody. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OpenAPI 3.1 */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Nothing has changed since the tag that was sent. */
        304: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        414: components['responses']['AddressTooLong'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a person and signs them in. For everybody. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['SignUpBody'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Me'];
          };
        };
        400: components['responses']['Malformed'];
        403: components['responses']['ForeignOrigin'];
        408: components['responses']['TooSlow'];
        409: components['responses']['Conflict'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        429: components['responses']['TooMany'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Me'];
          };
        };
        401: components['responses']['NotSignedIn'];
        414: components['responses']['AddressTooLong'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    /** Signs in and sets the session's cookie. For everybody; ten wrong guesses a minute. */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['SignInBody'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Me'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        408: components['responses']['TooSlow'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        429: components['responses']['TooMany'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    /** Ends the session. For everybody: without one nothing happens. */
    delete: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done; there is nothing to say. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        400: components['responses']['Malformed'];
        403: components['responses']['ForeignOrigin'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is planned and not over, the next one first. For everybody; whoever is signed in sees their own seats. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
          /** @description Rows at most, 1 to 100; 50 when nobody says. */
          limit?: number;
          /** @description Where the page before ended. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Page_SessionView'];
          };
        };
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One session. For everybody. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['SessionView'];
          };
        };
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}/calendar.ics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The calendar file of a session. For everybody. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/calendar': unknown;
          };
        };
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/site': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What every page shows of the organisation. For everybody. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Site'];
          };
        };
        /** @description Nothing has changed since the tag that was sent. */
        304: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        414: components['responses']['AddressTooLong'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studio/courses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The author's courses; all of them for administrators. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
          /** @description Rows at most, 1 to 100; 50 when nobody says. */
          limit?: number;
          /** @description Where the page before ended. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Page_StudioCourse'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studio/courses/{slug}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One course: versions, findings, outline. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: never;
        path: {
          slug: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['StudioPage'];
          };
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studio/courses/{slug}/answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Grades an answer in the preview; leaves nothing. */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path: {
          slug: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['TryBody'];
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Feedback'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studio/courses/{slug}/versions/{version}/units/{unit}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A unit of any version, as a learner would read it. */
    get: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
        };
        header?: never;
        path: {
          slug: string;
          version: string;
          unit: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['UnitContent'];
          };
        };
        /** @description Nothing has changed since the tag that was sent. */
        304: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        401: components['responses']['NotSignedIn'];
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studio/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Brings a course in as a draft: a zip archive, 64 MiB at most, of our own format or of plain Markdown lessons. The same again changes
     *     nothing; what is published stays as it is.
     */
    post: {
      parameters: {
        query?: {
          /** @description The language to answer in; otherwise the person's, otherwise the browser's. */
          lang?: components['schemas']['Locale'];
          /** @description Its name without the ending: the course's key where nothing inside says one. */
          name?: string;
        };
        header?: {
          /** @description Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the first answer; another request under it is refused with 422. */
          'Idempotency-Key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      /** @description The archive. */
      requestBody: {
        content: {
          'application/zip': string;
        };
      };
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['ImportView'];
          };
        };
        400: components['responses']['Malformed'];
        401: components['responses']['NotSignedIn'];
        403: components['responses']['ForeignOrigin'];
        404: components['responses']['NotFound'];
        408: components['responses']['TooSlow'];
        409: components['responses']['Conflict'];
        413: components['responses']['BodyTooLarge'];
        414: components['responses']['AddressTooLong'];
        415: components['responses']['NotJson'];
        422: components['responses']['Invalid'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
        507: components['responses']['StorageFull'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The program runs. It says nothing of what stands behind it: that is no reason to start it again. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Health'];
          };
        };
        414: components['responses']['AddressTooLong'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** It can answer people: its database does. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Health'];
          };
        };
        414: components['responses']['AddressTooLong'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/media/{hash}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file of a course. For everybody: whoever knows the hash of its bytes has seen it. */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          hash: string;
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What was asked for. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description The part that was asked for. */
        206: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description Nothing has changed since the tag that was sent. */
        304: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        404: components['responses']['NotFound'];
        414: components['responses']['AddressTooLong'];
        416: components['responses']['NoSuchRange'];
        431: components['responses']['HeadersTooLarge'];
        500: components['responses']['Internal'];
        503: components['responses']['Unavailable'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description A course with its enrolments. */
    AdminCourse: components['schemas']['StudioCourse'] & {
      /**
       * Format: int64
       * @description Enrolments ever made.
       */
      enrolments: number;
      /**
       * Format: int64
       * @description Of these, completed.
       */
      completed: number;
      /**
       * Format: int64
       * @description Of these, closed by learners who had what they needed.
       */
      closed: number;
      /**
       * Format: int64
       * @description Of these, going on, but without a sign of their learner for four weeks.
       */
      stopped: number;
    };
    /** @description An answer, by the sort of its question. */
    Answer:
      | {
          /** @description Its id. */
          option: string;
          /** @enum {string} */
          kind: 'single';
        }
      | {
          /** @description Their ids. */
          options: string[];
          /** @enum {string} */
          kind: 'multiple';
        }
      | {
          /** @description What was chosen. */
          value: boolean;
          /** @enum {string} */
          kind: 'truefalse';
        }
      | {
          /** @description As they were written. */
          text: string;
          /** @enum {string} */
          kind: 'text';
        }
      | {
          /** @description As it was written, with its unit. */
          text: string;
          /** @enum {string} */
          kind: 'numeric';
        }
      | {
          /** @description Their ids. */
          items: string[];
          /** @enum {string} */
          kind: 'ordering';
        }
      | {
          /** @description The right id for each left one. */
          pairs: {
            [key: string]: string;
          };
          /** @enum {string} */
          kind: 'matching';
        }
      | {
          /** @description The category for each item. */
          items: {
            [key: string]: string;
          };
          /** @enum {string} */
          kind: 'categorise';
        }
      | {
          /** @description Words or the id of an option for each gap. */
          gaps: {
            [key: string]: string;
          };
          /** @enum {string} */
          kind: 'gaps';
        }
      | {
          /** @description Their ids. */
          areas: string[];
          /** @enum {string} */
          kind: 'hotspot';
        }
      | {
          /** @description The label for each spot. */
          spots: {
            [key: string]: string;
          };
          /** @enum {string} */
          kind: 'label';
        }
      | {
          /**
           * Format: int32
           * @description Where it lies.
           */
          value: number;
          /** @enum {string} */
          kind: 'scale';
        };
    /** @description A place on a picture, in per cent. */
    AreaContent: {
      /** @description Its id. */
      id: string;
      /** @description Its name. */
      title: string;
      /**
       * Format: double
       * @description Left edge.
       */
      x: number;
      /**
       * Format: double
       * @description Upper edge.
       */
      y: number;
      /**
       * Format: double
       * @description Width.
       */
      w: number;
      /**
       * Format: double
       * @description Height.
       */
      h: number;
    };
    /** @description Which quiz to sit. */
    AttemptBody: {
      /**
       * Format: uuid
       * @description Made by the client, so that a repeat is recognised.
       */
      id: string;
      /**
       * Format: uuid
       * @description The enrolment.
       */
      enrolment: string;
      /** @description The unit's key. */
      unit: string;
    };
    /** @description An attempt in a list. */
    AttemptLine: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * Format: int32
       * @description 1, 2, 3...
       */
      number: number;
      /** @description When it began. */
      startedAt: string;
      /** @description When it ended. */
      submittedAt: string | null;
      /**
       * Format: int32
       * @description Per cent.
       */
      score: number | null;
      /** @description It reached the mark. */
      passed: boolean | null;
    };
    /** @description How a quiz went. */
    AttemptResult: {
      /**
       * Format: int32
       * @description Per cent.
       */
      score: number;
      /** @description It reached the mark. */
      passed: boolean;
      /**
       * Format: int32
       * @description The mark, per cent.
       */
      passMark: number;
      /**
       * Format: int32
       * @description Attempts left; `None`: as many as one likes.
       */
      triesLeft: number | null;
      /**
       * Format: int64
       * @description Points gained.
       */
      points: number;
      /** @description Each question. */
      questions: components['schemas']['QuestionResult'][];
      /** @description The unit is done. */
      unitDone: boolean;
      /** @description The course is finished. */
      completed: boolean;
    };
    /** @description One sitting of a quiz. */
    AttemptView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * Format: uuid
       * @description The enrolment.
       */
      enrolment: string;
      /** @description The unit's key. */
      unit: string;
      /**
       * Format: int32
       * @description 1, 2, 3...
       */
      number: number;
      /** @description When it began. */
      startedAt: string;
      /** @description When it ends by itself. */
      deadline: string | null;
      /** @description The questions in their order, as the player shows them. */
      questions: (components['schemas']['BlockContent'] & {
        /** @enum {string} */
        type: 'question';
      })[];
      /** @description The answers so far, by block. */
      answers: {
        [key: string]: components['schemas']['Answer'];
      };
      /** @description When it ended. */
      submittedAt: string | null;
      result: components['schemas']['AttemptResult'] | null;
    };
    /** @description What the attendance list says. */
    AttendanceBody: {
      /** @description They were there. */
      present: boolean;
    };
    /** @description A badge: an area of competence and a band. */
    Badge: {
      /** @description `area-1-basic`. */
      id: string;
      /** @description The area's number. */
      area: string;
      /** @description The area's name. */
      label: string;
      /** @description The band. */
      band: components['schemas']['Band'];
      /** @description The course that leads or led to it. */
      course: string;
      /** @description When it was earned; `None`: not yet. */
      earnedAt: string | null;
      /**
       * Format: uuid
       * @description The enrolment that proves it.
       */
      enrolment: string;
    };
    /**
     * @description The four bands of DigComp 3.0.
     * @enum {string}
     */
    Band: 'basic' | 'intermediate' | 'advanced' | 'highly-advanced';
    /** @description A block. */
    BlockContent: components['schemas']['KindContent'] & {
      /** @description Its id in the unit. */
      id: string;
      /** @description Its title; may be empty. */
      title: string;
      /** @description Its body as HTML; may be empty. */
      html: string;
      /** @description The language of its texts. */
      lang: components['schemas']['Locale'];
      /** @description Its parts, in order. */
      parts: components['schemas']['PartContent'][];
    };
    /**
     * @description How a callout looks.
     * @enum {string}
     */
    CalloutStyle: 'note' | 'tip' | 'warning' | 'example' | 'message';
    /** @description Captions in one language. */
    CaptionContent: {
      /** @description Their language. */
      lang: components['schemas']['Locale'];
      /** @description Address. */
      file: string;
    };
    /** @description A list of courses with the counts that filters would give. */
    CatalogueView: {
      /** @description The courses of this page. */
      items: components['schemas']['CourseCard'][];
      /** @description The cursor of the next page. */
      next: string | null;
      /** @description How many there are in all. */
      total: number;
      /** @description What each filter would leave. */
      facets: components['schemas']['Facets'];
    };
    /** @description Where a certificate is. */
    CertificateLink: {
      /** @description Its number. */
      code: string;
      /** @description Its document. */
      pdf: string;
      /**
       * @description `attendance` or `completion`.
       * @enum {string}
       */
      kind: 'attendance' | 'completion';
      issuedAt: string;
    };
    /** @description A certificate. */
    CertificateView: {
      /** @description Its number, in groups. */
      code: string;
      /**
       * @description `valid`, `replaced`, `revoked` or `expired`.
       * @enum {string}
       */
      state: 'valid' | 'replaced' | 'revoked' | 'expired';
      /** @description When this was looked up. */
      checkedAt: string;
      /**
       * @description `attendance` or `completion`.
       * @enum {string}
       */
      kind: 'attendance' | 'completion';
      /** @description The holder's name as printed. */
      holder: string;
      /** @description The course's title as printed. */
      course: string;
      /** @description The language of the title and of the units. */
      courseLang: components['schemas']['Locale'];
      /** @description The course's key. */
      slug: string;
      /** @description `online`. */
      modality: string;
      /** @description How long the course is. */
      hours: components['schemas']['HoursView'];
      /** @description There was no test. */
      readingOnly: boolean;
      /** @description Who certifies. */
      issuer: components['schemas']['IssuerView'];
      /** @description The town of issue. */
      place: string | null;
      /** @description When it was issued. */
      issuedAt: string;
      /** @description When the learner began. */
      startedAt: string;
      /** @description When the learner finished. */
      completedAt: string;
      /** @description The days as printed: of issue, the first and the last. */
      days: components['schemas']['DaysView'];
      /** @description The titles of the units. */
      units: string[];
      /**
       * Format: int32
       * @description In percent, for completion.
       */
      result: number | null;
      /** @description The competences. */
      competences: components['schemas']['PrintedCompetence'][];
      /** @description Their framework with its version. */
      framework: string;
      /** @description Name and post of whoever signs. */
      signatory: string | null;
      /** @description The language of the certificate's own words. */
      language: components['schemas']['Locale'];
      /** @description When it was revoked. */
      revokedAt: string | null;
      /** @description The class of reason: `error`, `fraud`, `request`, `other`. */
      reason: ('error' | 'fraud' | 'request' | 'other') | null;
      /** @description The number of the certificate that took its place. */
      replacedBy: string | null;
      /** @description When that was issued. */
      replacedAt: string | null;
      /** @description The code of the sentence at its foot. */
      statement: string;
      /**
       * Format: int32
       * @description The version of the template it is drawn with.
       */
      templateVersion: number;
      /** @description It comes from a demonstration and is worth nothing. */
      demonstration: boolean;
    };
    /** @description What changes about an enrolment. */
    ChangeBody: {
      /** @description The language to go on in. */
      language: components['schemas']['Locale'];
    };
    /** @description A unit whose questions change. */
    ChangedUnitView: {
      /** @description Its key. */
      key: string;
      /** @description Its title. */
      title: string;
      /** @description How many questions come, go or change; 0 when only the marks, tries or time of a quiz change. */
      questions: number;
    };
    /** @description A chapter of a film. */
    ChapterContent: {
      /** @description Its id in the block. */
      id: string;
      /** @description Its title. */
      title: string;
      /**
       * Format: int32
       * @description The second it begins at.
       */
      at: number;
    };
    /** @description A competence of the framework, with its name. */
    CompetenceView: {
      /** @description `1.1` to `5.4`. */
      id: string;
      /** @description Its name in the language asked for. */
      label: string;
      /**
       * Format: int32
       * @description The level 1 to 8 that the course leads to.
       */
      level: number;
    };
    /** @description What it takes to finish a course. */
    CompletionView: {
      /**
       * @description `attendance`, `completion` or `none`.
       * @enum {string}
       */
      certificate: 'attendance' | 'completion' | 'none';
      /** @description There is nothing to check in it. */
      readingOnly: boolean;
      /**
       * Format: int32
       * @description Per cent to reach, for a certificate of completion.
       */
      score: number | null;
    };
    /** @description A course's page, and for whoever is signed in their enrolment. */
    CourseAnswer: components['schemas']['CoursePage'] & {
      /** @description The person's own enrolment. */
      enrolment: components['schemas']['Told_EnrolmentSummary'] | null;
    };
    /** @description A course in a list. */
    CourseCard: {
      /** @description The course's key, part of its public address. */
      slug: string;
      /**
       * @description `mooc`, `instant` or `masterclass`.
       * @enum {string}
       */
      kind: 'mooc' | 'instant' | 'masterclass';
      /** @description In the language asked for, or in the original. */
      title: string;
      /** @description The language that the title is in. */
      titleLang: components['schemas']['Locale'];
      /** @description One or two sentences. */
      summary: string;
      /**
       * Format: int32
       * @description How long it takes.
       */
      minutes: number;
      /**
       * Format: int32
       * @description 1 to 8.
       */
      level: number;
      /** @description The level as people are shown it. */
      band: components['schemas']['Band'];
      /** @description Its complete languages. */
      languages: components['schemas']['Locale'][];
      /** @description The competences it leads to. */
      competences: components['schemas']['CompetenceView'][];
      /** @description For whom. */
      audiences: string[];
      /** @description For which fields of life. */
      sectors: string[];
      /** @description It has something to listen to. */
      hasAudio: boolean;
      live: components['schemas']['LiveView'] | null;
      /** @description How many units it has. */
      units: number;
    };
    /** @description A course's own page. */
    CoursePage: components['schemas']['CourseCard'] & {
      /** @description What it is about, as safe HTML. */
      about: string;
      /** @description For whom it is, as safe HTML. */
      audience: string | null;
      /** @description What is needed to take it, as safe HTML. */
      needs: string | null;
      /** @description What people will be able to do. */
      outcomes: string[];
      /** @description What is inside. */
      modules: components['schemas']['ModuleView'][];
      /** @description Who wrote it. */
      authors: string[];
      /** @description The licence's name. */
      licence: string;
      /** @description Where it comes from. */
      source: string | null;
      /** @description The day it was last looked over. */
      reviewed: string | null;
      /**
       * Format: int32
       * @description The number of the version.
       */
      version: number;
      /**
       * Format: uuid
       * @description The version's id.
       */
      versionId: string;
      /** @description What it takes to finish. */
      completion: components['schemas']['CompletionView'];
    };
    /** @description The printed days, `YYYY-MM-DD` in the organisation's zone. */
    DaysView: {
      /** @description Of issue. */
      issued: string;
      /** @description The first of the course. */
      started: string;
      /** @description The last. */
      completed: string;
      /** @description The last on which it holds; without it, it holds for ever. */
      expires: string | null;
    };
    /** @description What a demo offers at a moment. */
    DemoOffer: {
      /** @description The people. */
      people: components['schemas']['DemoPerson'][];
      /** @description The certificates. */
      certificates: components['schemas']['DemoSamples'];
    };
    /** @description A person that a visitor of the demo can be. */
    DemoPerson: {
      /**
       * @description `learner`, `author` or `administrator`.
       * @enum {string}
       */
      role: 'learner' | 'author' | 'administrator';
      /** @description An invented name. */
      name: string;
      /** @description Where they stand. */
      situation: components['schemas']['Words'];
      /** @description What they would do next. */
      task: components['schemas']['Words'];
      /** @description The page to land on. */
      landing: string;
    };
    /** @description The certificates that the demo shows. */
    DemoSamples: {
      /** @description The code of one that is valid. */
      valid: string | null;
      /** @description The code of one that was revoked. */
      revoked: string | null;
    };
    /** @description In which language to learn. */
    EnrolBody: {
      language?: components['schemas']['Locale'] | null;
    };
    /** @description An enrolment with the number of its certificate. */
    Enrolled: components['schemas']['RosterLine'] & {
      /** @description The number of the certificate, once it is issued. */
      certificate: string | null;
    };
    /** @description An enrolment with its outline. */
    EnrolmentDetail: components['schemas']['EnrolmentSummary'] & {
      /**
       * Format: uuid
       * @description The version that the learner reads.
       */
      versionId: string;
      /**
       * Format: int32
       * @description The number of a newer version that is not harmless.
       */
      newerVersion: number | null;
      newer: components['schemas']['NewerVersion'] | null;
      /** @description The outline with the state of each unit. */
      modules: components['schemas']['ModuleState'][];
      position: components['schemas']['Position'] | null;
      /** @description The course's rule and what is missing. */
      rule: components['schemas']['Rule'];
      nextCourse: components['schemas']['NextCourse'] | null;
    };
    /** @description An enrolment in a list. */
    EnrolmentSummary: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description The course's key. */
      slug: string;
      /** @description The course's title in the enrolment's language. */
      title: string;
      /**
       * @description `mooc`, `instant` or `masterclass`.
       * @enum {string}
       */
      kind: 'mooc' | 'instant' | 'masterclass';
      /** @description The language the learner chose for it. */
      language: components['schemas']['Locale'];
      /**
       * @description `active`, `completed`, `closed` or `withdrawn`.
       * @enum {string}
       */
      state: 'active' | 'completed' | 'closed' | 'withdrawn';
      /**
       * Format: int32
       * @description Mandatory units done.
       */
      doneUnits: number;
      /**
       * Format: int32
       * @description Mandatory units in all.
       */
      totalUnits: number;
      /**
       * Format: int32
       * @description Minutes of the mandatory units that are not done.
       */
      minutesLeft: number;
      /**
       * Format: int32
       * @description Done, per cent.
       */
      percent: number;
      next: components['schemas']['Next'] | null;
      /** @description When the learner was last here. */
      lastAt: string | null;
      /** @description When the course's rule was met. */
      completedAt: string | null;
      /** @description The course gives a certificate to whoever meets its rule. */
      givesCertificate: boolean;
    };
    /** @description Whom to be. */
    EntryBody: {
      /**
       * @description `learner`, `author` or `administrator`.
       * @enum {string}
       */
      role: 'learner' | 'author' | 'administrator';
      language?: components['schemas']['Locale'] | null;
    };
    /** @description A value of a filter. */
    Facet: {
      /** @description The value. */
      value: string;
      /** @description How many courses have it, with the other filters as they are. */
      count: number;
    };
    /** @description Values and counts, one list a filter. A filter's own choice does not narrow its counts. */
    Facets: {
      /** @description By kind of course. */
      format: components['schemas']['Facet'][];
      /** @description By band of level. */
      level: components['schemas']['Facet'][];
      /** @description By language. */
      language: components['schemas']['Facet'][];
      /** @description By competence. */
      competence: components['schemas']['Facet'][];
      /** @description By audience. */
      audience: components['schemas']['Facet'][];
      /** @description By sector. */
      sector: components['schemas']['Facet'][];
      /** @description By length: `short`, `medium`, `long`. */
      duration: components['schemas']['Facet'][];
    };
    /** @description Something that a learner did. */
    FactIn: {
      /**
       * Format: uuid
       * @description Made by the client, so that a repeat is recognised.
       */
      id: string;
      /** @description What was done. */
      kind: components['schemas']['FactInKind'];
      /**
       * Format: uuid
       * @description The enrolment.
       */
      enrolment: string;
      /** @description The unit's key. */
      unit: string;
      /** @description The block. */
      block?: string | null;
      /**
       * Format: date-time
       * @description When, by the client's clock.
       */
      claimedAt?: string | null;
      /**
       * Format: int32
       * @description The second of a recording.
       */
      seconds?: number | null;
      /** @description The answer to a question. */
      answer?: components['schemas']['Answer'] | null;
      /**
       * Format: uuid
       * @description The sitting of a quiz that the answer belongs to.
       */
      attempt?: string | null;
    };
    /**
     * @description The kinds of fact that a learner's browser may report; all others are the server's.
     * @enum {string}
     */
    FactInKind: 'opened' | 'progressed' | 'answered' | 'done';
    /** @description What became of a fact. */
    FactOut: {
      /**
       * Format: uuid
       * @description The fact's id.
       */
      id: string;
      /**
       * @description `recorded`, `known` or `refused`.
       * @enum {string}
       */
      status: 'recorded' | 'known' | 'refused';
      /** @description Why it was refused. */
      code?: string | null;
      verdict?: components['schemas']['VerdictView'] | null;
      /**
       * Format: int64
       * @description Points gained.
       */
      points: number;
      /** @description The unit is done by it. */
      unitDone: boolean;
      /** @description The course is finished by it. */
      completed: boolean;
      /** @description Badges gained. */
      badges: string[];
    };
    /** @description What became of each. */
    FactsAnswer: {
      /** @description In the order of the request. */
      results: components['schemas']['FactOut'][];
    };
    /** @description A batch of facts. */
    FactsBody: {
      /** @description 1 to 100 facts, oldest first. */
      facts: components['schemas']['FactIn'][];
    };
    /** @description What a learner reads about an answer. */
    Feedback: {
      /** @description True when all of it is right. */
      right: boolean;
      /**
       * Format: double
       * @description 0 to 1.
       */
      fraction: number;
      /**
       * @description One for each thing that the learner chose or placed; once everything is shown, also for the right options that
       *     were not chosen.
       */
      parts: components['schemas']['FeedbackPart'][];
      /** @description HTML: why the answer is right. None while there is something left to find out. */
      explain: string | null;
      /** @description The language of the words. */
      lang: components['schemas']['Locale'];
      solution: components['schemas']['Answer'] | null;
    };
    /** @description The words for one part of an answer. */
    FeedbackPart: {
      /** @description The id of the option, item, gap, spot or known wrong answer. */
      id: string;
      /** @description Whether it is right. */
      right: boolean;
      /** @description Its title. */
      title: string;
      /** @description HTML; may be empty. */
      html: string;
    };
    /** @description One field that cannot be taken. */
    FieldProblem: {
      /** @description Where. */
      pointer: string;
      /** @description What is wrong, as a stable code. */
      code: string;
      /** @description Names and numbers that the sentence needs. */
      params: {
        [key: string]: string | number;
      };
    };
    /** @description How many findings there are. */
    FindingCount: {
      /** @description Those that block publishing. */
      blocks: number;
      /** @description Those that only warn. */
      warns: number;
    };
    /** @description Something that the check found. */
    FindingView: {
      /** @description The file. */
      file: string;
      /**
       * Format: int32
       * @description The line, where it is known.
       */
      line: number | null;
      /** @description The anchor of the section. */
      anchor: string | null;
      /** @description The stable name of the problem. */
      code: string;
      /**
       * @description `blocks` or `warns`.
       * @enum {string}
       */
      severity: 'blocks' | 'warns';
      language: components['schemas']['Locale'] | null;
      /** @description What is wrong and how to mend it, in the language asked for. */
      message: string;
      /** @description The author has read and accepts it. */
      accepted: boolean;
    };
    /**
     * @description How gaps are filled.
     * @enum {string}
     */
    GapMode: 'typed' | 'chosen' | 'dragged';
    /** @description How it is. */
    Health: {
      /** @description `live` or `ready`. */
      status: string;
    };
    /** @description A hint, as safe HTML. */
    Hint: {
      html: string;
    };
    /** @description The length of a course. */
    HoursView: {
      /**
       * Format: double
       * @description Hours, in quarters.
       */
      total: number;
      /**
       * @description `nominal` or `measured`.
       * @enum {string}
       */
      kind: 'nominal' | 'measured';
    };
    /** @description What came in. */
    ImportView: {
      /** @description `folder` for our own format, `lessons` for plain Markdown. */
      format: string;
      /** @description The course's key. */
      slug: string;
      /** @description Its title in the original language. */
      title: string;
      /** @description There is a new draft; false when the newest version held the same already. */
      changed: boolean;
      /** @description How many modules. */
      modules: number;
      /** @description How many units. */
      units: number;
      /** @description How many questions. */
      questions: number;
      /** @description Findings that block publication. */
      blocks: number;
      /** @description Findings worth a look. */
      warns: number;
      /** @description What could only be carried over nearly. */
      approximated: components['schemas']['LeftOutView'][];
      /** @description What was not carried over. */
      leftOut: components['schemas']['LeftOutView'][];
    };
    /** @description Who certifies. */
    IssuerView: {
      /** @description Legal name. */
      name: string;
      /** @description Tax number. */
      taxNumber: string | null;
      /** @description Invented, in a demonstration. */
      fictitious: boolean;
    };
    /** @description The way in. */
    JoinedView: {
      /** @description The video room; nothing when people only meet in a room. */
      link: string | null;
      /** @description The session, with the seat as it is now. */
      session: components['schemas']['SessionView'];
    };
    /** @description What a block is. */
    KindContent:
      | {
          /** @enum {string} */
          type: 'text';
        }
      | {
          /** @description How it looks. */
          style: components['schemas']['CalloutStyle'];
          /** @enum {string} */
          type: 'callout';
        }
      | {
          /** @description Address. */
          file: string;
          /** @description Alternative text; empty when decorative. */
          alt: string;
          /** @description True where it says nothing. */
          decorative: boolean;
          /**
           * Format: int32
           * @description Its width in pixels, where that is known.
           */
          width: number | null;
          /**
           * Format: int32
           * @description Its height in pixels, where that is known.
           */
          height: number | null;
          /** @enum {string} */
          type: 'image';
        }
      | {
          /** @description Address. */
          file: string;
          /** @description Short alternative text: the title. */
          alt: string;
          /** @description Always false. */
          decorative: boolean;
          /**
           * Format: int32
           * @description Its width in pixels, where that is known.
           */
          width: number | null;
          /**
           * Format: int32
           * @description Its height in pixels, where that is known.
           */
          height: number | null;
          /** @enum {string} */
          type: 'infographic';
        }
      | {
          /** @description Address. */
          file: string;
          /**
           * Format: int32
           * @description How long it lasts.
           */
          seconds: number;
          /** @description Captions by language. */
          captions: components['schemas']['CaptionContent'][];
          /** @description Address of a picture to show before it starts. */
          poster: string | null;
          /**
           * Format: int32
           * @description The width of that picture in pixels, where that is known.
           */
          width: number | null;
          /**
           * Format: int32
           * @description Its height in pixels, where that is known.
           */
          height: number | null;
          /** @description Its chapters. */
          chapters: components['schemas']['ChapterContent'][];
          /** @description Whether a machine speaks in it. */
          synthetic: components['schemas']['Synthetic'];
          /** @description HTML: what is said and shown. */
          transcript: string;
          /** @enum {string} */
          type: 'video';
        }
      | {
          /** @description Address. */
          file: string;
          /**
           * Format: int32
           * @description How long it lasts.
           */
          seconds: number;
          /** @description Whether a machine speaks in it. */
          synthetic: components['schemas']['Synthetic'];
          /** @description HTML: what is said. */
          transcript: string;
          /** @enum {string} */
          type: 'audio';
        }
      | {
          /** @enum {string} */
          type: 'accordion';
        }
      | {
          /** @enum {string} */
          type: 'steps';
        }
      | {
          /** @enum {string} */
          type: 'flashcards';
        }
      | {
          /**
           * Format: int32
           * @description How long it takes.
           */
          minutes: number;
          /** @enum {string} */
          type: 'practice';
        }
      | {
          /** @description Address. */
          file: string;
          /** @enum {string} */
          type: 'download';
        }
      | {
          /** @description The question without its key. */
          question: components['schemas']['QuestionContent'];
          /** @enum {string} */
          type: 'question';
        }
      | {
          /** @enum {string} */
          type: 'unknown';
        };
    /** @description A file or a place that did not come over as it was. */
    LeftOutView: {
      /** @description The file. */
      place: string;
      /** @description Why, in words. */
      why: string;
    };
    /** @description The hour of a masterclass. */
    LiveView: {
      /** @description RFC 3339. */
      starts: string;
      /**
       * Format: int32
       * @description How long it lasts.
       */
      minutes: number;
      /** @description The way into the room, when there is one; only on the course page. It lets in between the next two moments. */
      link?: string | null;
      /** @description From when on the room lets in. */
      opensAt: string | null;
      /** @description Until when. */
      closesAt: string | null;
      /** @description Address of the calendar file; only on the course page. */
      calendar?: string | null;
    };
    /**
     * @description A language that Aulari speaks completely.
     * @enum {string}
     */
    Locale: 'ca' | 'es' | 'en';
    /** @description Whoever is signed in. */
    Me: {
      /** Format: uuid */
      personId: string;
      /** @description The name that certificates carry. */
      name: string;
      /** @description The name or address with which they sign in. */
      login: string;
      language: components['schemas']['Locale'];
      /** @description `learner`, `author`, `administrator`. */
      roles: ('learner' | 'author' | 'administrator')[];
      /** @description Points and badges are shown. */
      rewards: boolean;
    };
    /** @description What a person changes about themselves; what is missing stays. */
    MeChange: {
      /** @description The name that later certificates carry. */
      name?: string | null;
      language?: components['schemas']['Locale'] | null;
      /** @description Show points and badges. */
      rewards?: boolean | null;
    };
    /** @description A module of an outline. */
    ModuleState: {
      /** @description Its key. */
      key: string;
      /** @description Its title. */
      title: string;
      /**
       * Format: int32
       * @description The week of a MOOC.
       */
      week: number | null;
      /** @description Its units. */
      units: components['schemas']['UnitOutline'][];
    };
    /** @description A module in an outline. */
    ModuleView: {
      /** @description Its key. */
      key: string;
      /** @description Its title. */
      title: string;
      /** @description A sentence or two, as safe HTML. */
      html: string | null;
      /**
       * Format: int32
       * @description The week of a MOOC.
       */
      week: number | null;
      /** @description Its units. */
      units: components['schemas']['UnitView'][];
    };
    /** @description A newer version of the course, and what moving to it would mean for this learner. */
    NewerVersion: {
      /**
       * Format: uuid
       * @description Its id: what to move to.
       */
      versionId: string;
      /**
       * Format: int32
       * @description 1, 2, 3...
       */
      number: number;
      /** @description Units that come. */
      added: components['schemas']['UnitName'][];
      /** @description Units that go; what was done in them stops counting. */
      removed: components['schemas']['UnitName'][];
      /** @description Units whose questions change; what was passed stays passed, the rest may be tried anew. */
      changed: components['schemas']['ChangedUnitView'][];
      /** @description What it takes to finish the course changes. */
      ruleChanged: boolean;
      /** @description Mandatory units of the newer version that are done already. */
      doneUnits: number;
      /** @description Mandatory units of the newer version. */
      totalUnits: number;
      openAttempt: components['schemas']['OpenSitting'] | null;
    };
    /** @description Where to go on. */
    Next: {
      /** @description The unit's key. */
      unit: string;
      /** @description The unit's title. */
      title: string;
      /** @description The block to begin at. */
      block: string | null;
      /**
       * Format: int32
       * @description Minutes of that unit.
       */
      minutes: number;
    };
    /** @description A course to go on with, and why. */
    NextCourse: {
      /** @description Its key. */
      slug: string;
      /** @description Its title. */
      title: string;
      /** @description Why this one. */
      reason: components['schemas']['Reason'];
    };
    /** @description A quiz that goes on. */
    OpenSitting: {
      /**
       * Format: uuid
       * @description The sitting.
       */
      attempt: string;
      /** @description The unit's key. */
      unit: string;
      /** @description The unit's title. */
      title: string;
    };
    /** @description Figures of the service. */
    Overview: {
      /** Format: int64 */
      people: number;
      /** Format: int64 */
      enrolments: number;
      /** Format: int64 */
      completions: number;
      /**
       * Format: int64
       * @description Enrolments closed by learners who had what they needed.
       */
      closed: number;
      /**
       * Format: int64
       * @description Enrolments going on, but without a sign of their learner for four weeks.
       */
      stopped: number;
      /** Format: int64 */
      certificates: number;
      /**
       * Format: int64
       * @description Finished courses whose certificate waits for an issuer.
       */
      waitingCertificates: number;
      /** @description Certificates can be issued. */
      issuerSet: boolean;
    };
    /** @description Rows, and where the next page begins. */
    Page_AdminCourse: {
      /** @description The rows. */
      items: components['schemas']['AdminCourse'][];
      /** @description The cursor of the next page; `None` at the end. */
      next: string | null;
    };
    /** @description Rows, and where the next page begins. */
    Page_CertificateView: {
      /** @description The rows. */
      items: components['schemas']['CertificateView'][];
      /** @description The cursor of the next page; `None` at the end. */
      next: string | null;
    };
    /** @description Rows, and where the next page begins. */
    Page_Enrolled: {
      /** @description The rows. */
      items: components['schemas']['Enrolled'][];
      /** @description The cursor of the next page; `None` at the end. */
      next: string | null;
    };
    /** @description Rows, and where the next page begins. */
    Page_RoomView: {
      /** @description The rows. */
      items: components['schemas']['RoomView'][];
      /** @description The cursor of the next page; `None` at the end. */
      next: string | null;
    };
    /** @description Rows, and where the next page begins. */
    Page_RosterSeat: {
      /** @description The rows. */
      items: components['schemas']['RosterSeat'][];
      /** @description The cursor of the next page; `None` at the end. */
      next: string | null;
    };
    /** @description Rows, and where the next page begins. */
    Page_SessionView: {
      /** @description The rows. */
      items: components['schemas']['SessionView'][];
      /** @description The cursor of the next page; `None` at the end. */
      next: string | null;
    };
    /** @description Rows, and where the next page begins. */
    Page_StudioCourse: {
      /** @description The rows. */
      items: components['schemas']['StudioCourse'][];
      /** @description The cursor of the next page; `None` at the end. */
      next: string | null;
    };
    /** @description Rows, and where the next page begins. */
    Page_Told_EnrolmentSummary: {
      /** @description The rows. */
      items: components['schemas']['Told_EnrolmentSummary'][];
      /** @description The cursor of the next page; `None` at the end. */
      next: string | null;
    };
    /** @description A part of a block. */
    PartContent: {
      /** @description Its id in the block. */
      id: string;
      /** @description Its title, plain. */
      title: string;
      /** @description Its body; empty where it may not be seen. */
      html: string;
    };
    /** @description The last place in a course. */
    Position: {
      /** @description The unit's key. */
      unit: string;
      /** @description The block. */
      block: string | null;
    };
    /** @description A competence as printed. */
    PrintedCompetence: {
      /** @description `4.1`. */
      id: string;
      /** @description Its name. */
      label: string;
      /** @description The band. */
      band: components['schemas']['Band'];
    };
    /** @description An error as callers see it. The interface translates `code`; nothing of the inside is in it. */
    Problem: {
      /** @description Always `about:blank`: the code says what it is. */
      type: string;
      /** @description The status in words. */
      title: string;
      /**
       * Format: int32
       * @description The HTTP status.
       */
      status: number;
      /** @description What happened, as a stable code. */
      code: string;
      /**
       * @description What happened and what to do about it, in plain English for whoever builds a client. People read the interface's own
       *     sentence for the code.
       */
      detail?: string | null;
      /** @description Where in the request, as a JSON pointer. */
      pointer?: string | null;
      /** @description Names and numbers that the sentence needs. */
      params?: {
        [key: string]: string | number;
      };
      /** @description Every field that needs mending, when there are several. */
      errors?: components['schemas']['FieldProblem'][];
    };
    /** @description How to publish. */
    PublishBody: {
      /** @description Only words changed: learners in the middle move along. Refused when questions, keys or rules changed. */
      harmless?: boolean;
    };
    /** @description The number of the version that is published now. */
    Published: {
      /** Format: int32 */
      number: number;
    };
    /** @description A question as a player sees it. */
    QuestionContent: components['schemas']['QuestionKindContent'] & {
      /**
       * Format: int32
       * @description What a full answer is worth.
       */
      points: number;
      /**
       * Format: int32
       * @description How often it may be answered in a lesson; 0: as many times as one likes.
       */
      tries: number;
      /** @description How many hints there are. */
      hints: number;
    };
    /** @description The sorts of question. */
    QuestionKindContent:
      | {
          /** @description What to choose from. */
          options: components['schemas']['PartContent'][];
          /** @description Whether to mix them. */
          shuffle: boolean;
          /** @enum {string} */
          kind: 'single';
        }
      | {
          /** @description What to choose from. */
          options: components['schemas']['PartContent'][];
          /** @description Whether to mix them. */
          shuffle: boolean;
          /** @enum {string} */
          kind: 'multiple';
        }
      | {
          /** @description `true` and `false`; an empty title is the interface's own word. */
          options: components['schemas']['PartContent'][];
          /** @enum {string} */
          kind: 'truefalse';
        }
      | {
          /** @enum {string} */
          kind: 'text';
        }
      | {
          /** @description Accepted units; the first is shown. */
          units: string[];
          /** @enum {string} */
          kind: 'numeric';
        }
      | {
          /** @description The things. */
          items: components['schemas']['PartContent'][];
          /** @enum {string} */
          kind: 'ordering';
        }
      | {
          /** @description One side. */
          left: components['schemas']['PartContent'][];
          /** @description The other side, mixed. */
          right: components['schemas']['PartContent'][];
          /** @enum {string} */
          kind: 'matching';
        }
      | {
          /** @description The categories. */
          categories: components['schemas']['PartContent'][];
          /** @description The things, mixed. */
          items: components['schemas']['PartContent'][];
          /** @enum {string} */
          kind: 'categorise';
        }
      | {
          /** @description How gaps are filled. */
          mode: components['schemas']['GapMode'];
          /** @description The ids of the gaps. */
          gaps: string[];
          /** @description What to fill in, mixed; empty when typed. */
          options: components['schemas']['PartContent'][];
          /** @enum {string} */
          kind: 'gaps';
        }
      | {
          /** @description Address of the picture. */
          file: string;
          /** @description Its alternative text. */
          alt: string;
          /**
           * Format: int32
           * @description Its width in pixels, where that is known.
           */
          width: number | null;
          /**
           * Format: int32
           * @description Its height in pixels, where that is known.
           */
          height: number | null;
          /** @description The places. */
          areas: components['schemas']['AreaContent'][];
          /** @description Whether more than one is right. */
          many: boolean;
          /** @enum {string} */
          kind: 'hotspot';
        }
      | {
          /** @description Address of the picture. */
          file: string;
          /** @description Its alternative text. */
          alt: string;
          /**
           * Format: int32
           * @description Its width in pixels, where that is known.
           */
          width: number | null;
          /**
           * Format: int32
           * @description Its height in pixels, where that is known.
           */
          height: number | null;
          /** @description Where names belong. */
          spots: components['schemas']['SpotContent'][];
          /** @description The names, mixed. */
          labels: components['schemas']['PartContent'][];
          /** @enum {string} */
          kind: 'label';
        }
      | {
          /**
           * Format: int32
           * @description The low end.
           */
          from: number;
          /**
           * Format: int32
           * @description The high end.
           */
          to: number;
          /** @description Words for the low end. */
          low: string;
          /** @description Words for the high end. */
          high: string;
          /** @enum {string} */
          kind: 'scale';
        };
    /** @description One question of a result. */
    QuestionResult: {
      /** @description The block. */
      block: string;
      /**
       * Format: double
       * @description Its worth, 0 to 1; `None` where the review rule hides it.
       */
      fraction: number | null;
      /** @description It is right; `None` where the review rule hides it. */
      right: boolean | null;
      /** @description Feedback; `None` where the review rule hides it. */
      feedback: components['schemas']['Feedback'] | null;
      /** @description What was answered. */
      answer: components['schemas']['Answer'] | null;
    };
    /** @description A learner's state in one question. */
    QuestionStateView: {
      /**
       * Format: int32
       * @description Answers given.
       */
      tries: number;
      /**
       * Format: int32
       * @description Answers left; `None`: as many as one likes.
       */
      triesLeft: number | null;
      /** @description It was answered right. */
      right: boolean;
      /**
       * Format: double
       * @description The best answer's worth, 0 to 1.
       */
      best: number;
      /** @description The last answer. */
      last: components['schemas']['Answer'] | null;
      /** @description The feedback to the last answer. */
      feedback: components['schemas']['Feedback'] | null;
    };
    /** @description The settings of a quiz. */
    QuizContent: {
      /**
       * Format: int32
       * @description Per cent to pass.
       */
      pass: number;
      /**
       * Format: int32
       * @description How often it may be taken; 0: as many times as one likes.
       */
      tries: number;
      /**
       * Format: int32
       * @description Time limit in minutes; 0: none.
       */
      minutes: number;
      /** @description How many questions an attempt has. */
      questions: number;
      /** @description When feedback and keys are shown. */
      review: components['schemas']['Review'];
    };
    /** @description A learner's state in a quiz. */
    QuizState: {
      /**
       * Format: int32
       * @description Attempts submitted.
       */
      triesUsed: number;
      /**
       * Format: int32
       * @description Attempts left; `None`: as many as one likes.
       */
      triesLeft: number | null;
      /**
       * Format: int32
       * @description The best score, per cent.
       */
      best: number | null;
      /** @description It was passed. */
      passed: boolean;
      /**
       * Format: uuid
       * @description The attempt that goes on.
       */
      openAttempt: string | null;
      /** @description All attempts, oldest first. */
      attempts: components['schemas']['AttemptLine'][];
    };
    /** @description A reason as a stable code and the words that its sentence needs. */
    Reason: {
      /** @description The code. */
      code: string;
      /** @description Names and numbers for the sentence. */
      params: {
        [key: string]: string | number;
      };
    };
    /** @description Why a certificate gives way to another. */
    ReplacementBody: {
      /** @description What proves the name, in words, for the administration only. */
      evidence: string;
    };
    /**
     * @description When feedback and keys of a quiz are shown.
     * @enum {string}
     */
    Review: 'after-submission' | 'after-pass' | 'after-last-try' | 'never';
    /** @description A question that is due again. */
    ReviewDue: {
      /**
       * Format: uuid
       * @description The enrolment.
       */
      enrolment: string;
      /** @description The course's key. */
      slug: string;
      /** @description The course's title. */
      title: string;
      /** @description The unit's key. */
      unit: string;
      /** @description The unit's title. */
      unitTitle: string;
      /** @description The block. */
      block: string;
      /** @description Since when. */
      dueAt: string;
    };
    /** @description Why a certificate is revoked. */
    RevocationBody: {
      /**
       * @description The class of reason, shown to whoever verifies.
       * @enum {string}
       */
      reason: 'error' | 'fraud' | 'request' | 'other';
      /** @description The reason in words, for the administration only. */
      note?: string;
    };
    /** @description Points, level, badges and rhythm; nothing of it, but the reviews, for whoever switched it off. */
    Rewards: {
      /** @description The learner wants to see them. */
      on: boolean;
      /**
       * Format: int64
       * @description Points in all.
       */
      points: number;
      /**
       * Format: int64
       * @description The level reached.
       */
      level: number;
      /**
       * Format: int64
       * @description Points at which this level began.
       */
      levelAt: number;
      /**
       * Format: int64
       * @description Points at which the next begins.
       */
      nextAt: number;
      /** @description Badges earned, and those of courses in progress. */
      badges: components['schemas']['Badge'][];
      /** @description The last four weeks. */
      rhythm: components['schemas']['Rhythm'];
      /** @description Today's points. */
      today: components['schemas']['Today'];
      /** @description Questions that are due again. */
      reviews: components['schemas']['ReviewDue'][];
    };
    /** @description The weekly rhythm. */
    Rhythm: {
      /** @description Practice in the last four weeks, oldest first. */
      weeks: boolean[];
      /** @description In how many of them. */
      practised: number;
    };
    /** @description A room to be opened. */
    RoomBody: {
      /** @description Its name. */
      name: string;
      /** @description How to get there. */
      address?: string;
      /**
       * Format: int32
       * @description How many people it holds.
       */
      seats: number;
    };
    /** @description A room. */
    RoomView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description Its name. */
      name: string;
      /** @description How to get there. */
      address: string;
      /**
       * Format: int32
       * @description How many people it holds.
       */
      seats: number;
    };
    /** @description An enrolment as administrators see it. */
    RosterLine: {
      /**
       * Format: uuid
       * @description The enrolment.
       */
      id: string;
      /** @description Who. */
      personName: string;
      /** @description Their sign-in. */
      login: string;
      /** @description The course's key. */
      slug: string;
      /** @description The course's title. */
      title: string;
      /**
       * @description `active`, `completed`, `closed` or `withdrawn`.
       * @enum {string}
       */
      state: 'active' | 'completed' | 'closed' | 'withdrawn';
      /**
       * Format: int32
       * @description Done, per cent.
       */
      percent: number;
      /**
       * Format: int32
       * @description Mandatory units done.
       */
      doneUnits: number;
      /**
       * Format: int32
       * @description Mandatory units in all.
       */
      totalUnits: number;
      /** @description When they enrolled. */
      startedAt: string;
      /** @description When they were last here. */
      lastAt: string;
      /** @description When they finished. */
      completedAt: string | null;
    };
    /** @description A line of the attendance list. */
    RosterSeat: {
      /**
       * Format: uuid
       * @description Who, as the attendance is told.
       */
      learner: string;
      /** @description Their name. */
      name: string;
      /** @description Their login. */
      login: string;
      /** @description `booked` or `waiting`. */
      state: string;
      /** @description When they asked for it. */
      bookedAt: string;
      /** @description When they came in by the page. */
      joinedAt: string | null;
      /** @description Whether they were there; nothing while nobody said. */
      present: boolean | null;
    };
    /** @description The course's rule. */
    Rule: {
      /**
       * @description `attendance`, `completion` or `none`.
       * @enum {string}
       */
      certificate: 'attendance' | 'completion' | 'none';
      /** @description There is nothing to check. */
      readingOnly: boolean;
      /**
       * Format: int32
       * @description Per cent to reach.
       */
      score: number | null;
      /** @description The rule is met. */
      met: boolean;
      /** @description What is missing. */
      missing: components['schemas']['Reason'][];
    };
    /** @description A person's own seat. */
    SeatView: {
      /** @description `booked` or `waiting`. */
      state: string;
      /** @description When they came in by the page. */
      joinedAt: string | null;
      /** @description What the attendance list says; nothing while nobody said. */
      present: boolean | null;
    };
    /** @description A session to be planned. */
    SessionBody: {
      /** @description The key of a published course. */
      course: string;
      /**
       * Format: date-time
       * @description When it begins: on five minutes, in the future.
       */
      starts: string;
      /**
       * Format: int32
       * @description How long it takes, in steps of five.
       */
      minutes: number;
      /**
       * Format: uuid
       * @description Where people meet.
       */
      room?: string | null;
      /** @description The https address of the video room. */
      link?: string | null;
      /**
       * Format: int32
       * @description How many can take part; without it as many as the room has seats, or everybody.
       */
      places?: number | null;
    };
    /** @description A session. */
    SessionView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description The course's key. */
      slug: string;
      /** @description The course's title. */
      title: string;
      /** @description The language of the title. */
      titleLang: components['schemas']['Locale'];
      /** @description When it begins. */
      starts: string;
      /** @description When it ends. */
      ends: string;
      /**
       * Format: int32
       * @description How long it takes.
       */
      minutes: number;
      /** @description When the way in opens. */
      opens: string;
      /** @description `planned` or `cancelled`. */
      state: string;
      room: components['schemas']['RoomView'] | null;
      /** @description One can take part by video. */
      online: boolean;
      /**
       * Format: int32
       * @description How many can take part; nothing when there is room for everybody.
       */
      places: number | null;
      /**
       * Format: int32
       * @description How many of these places are free.
       */
      free: number | null;
      /**
       * Format: int32
       * @description How many people have a seat.
       */
      booked: number;
      /**
       * Format: int32
       * @description How many people wait for one.
       */
      waiting: number;
      mine: components['schemas']['SeatView'] | null;
      /** @description The address of its calendar file. */
      calendar: string;
    };
    /** @description What signing in asks for. */
    SignInBody: {
      /** @description The name or address. */
      login: string;
      /** @description As typed. */
      password: string;
    };
    /** @description What signing up asks for. */
    SignUpBody: {
      /** @description The name that certificates will carry. */
      name: string;
      /** @description A user name or an e-mail address. */
      login: string;
      /** @description A password, as typed. */
      password: string;
      language?: components['schemas']['Locale'] | null;
    };
    /** @description What every page shows of the organisation. */
    Site: {
      /** @description The service's name. */
      name: string;
      /** @description The organisation's legal name. */
      legalName: string | null;
      /** @description The help number, the same place on every page. */
      helpNumber: string | null;
      /** @description The languages offered. */
      languages: components['schemas']['Locale'][];
      /** @description It is a demonstration. */
      demo: boolean;
      /** @description Certificates can be issued. */
      certificateIssuer: boolean;
      /** @description The program's version. */
      version: string;
    };
    /** @description A point on a picture, in per cent. */
    SpotContent: {
      /** @description Its id. */
      id: string;
      /** @description Its name for people who do not see it. */
      title: string;
      /**
       * Format: double
       * @description From the left.
       */
      x: number;
      /**
       * Format: double
       * @description From above.
       */
      y: number;
    };
    /** @description A course in its author's list. */
    StudioCourse: {
      /** @description The course's key. */
      slug: string;
      /** @description The newest version's title. */
      title: string;
      /**
       * @description `mooc`, `instant` or `masterclass`.
       * @enum {string}
       */
      kind: 'mooc' | 'instant' | 'masterclass';
      /** @description Its languages. */
      languages: components['schemas']['Locale'][];
      /**
       * Format: int32
       * @description The number of the published version.
       */
      version: number | null;
      /**
       * Format: int32
       * @description The number of the draft, when there is one.
       */
      draft: number | null;
      /** @description What the check found in the newest version. */
      findings: components['schemas']['FindingCount'];
      /** @description When it last changed. */
      updatedAt: string;
    };
    /** @description A course in the studio. */
    StudioPage: {
      /** @description The course's key. */
      slug: string;
      /** @description The newest version's title. */
      title: string;
      /**
       * @description `mooc`, `instant` or `masterclass`.
       * @enum {string}
       */
      kind: 'mooc' | 'instant' | 'masterclass';
      /** @description Its languages. */
      languages: components['schemas']['Locale'][];
      /** @description All versions, newest first. */
      versions: components['schemas']['VersionView'][];
      /** @description What the check found in the newest version. */
      findings: components['schemas']['FindingView'][];
      /** @description The newest version's outline. */
      modules: components['schemas']['ModuleView'][];
    };
    /**
     * @description Whether a machine speaks in a recording.
     * @enum {string}
     */
    Synthetic: 'none' | 'voice' | 'silent';
    /** @description Today's points. */
    Today: {
      /**
       * Format: int64
       * @description So far.
       */
      points: number;
      /**
       * Format: int64
       * @description At most.
       */
      cap: number;
    };
    /** @description An enrolment with its certificate. */
    Told_EnrolmentDetail: components['schemas']['EnrolmentDetail'] & {
      certificate: components['schemas']['CertificateLink'] | null;
      /** @description The course is finished, and its certificate waits until the organisation can issue it. */
      certificateWaits: boolean;
    };
    /** @description An enrolment with its certificate. */
    Told_EnrolmentSummary: components['schemas']['EnrolmentSummary'] & {
      certificate: components['schemas']['CertificateLink'] | null;
      /** @description The course is finished, and its certificate waits until the organisation can issue it. */
      certificateWaits: boolean;
    };
    /** @description An answer to try. */
    TryBody: {
      /**
       * Format: uuid
       * @description The version.
       */
      versionId: string;
      /** @description The unit's key. */
      unit: string;
      /** @description The question. */
      block: string;
      /** @description The answer. */
      answer: components['schemas']['Answer'];
      /** @description The language of the feedback. */
      lang: components['schemas']['Locale'];
    };
    /** @description A unit. */
    UnitContent: {
      /** @description The course's key. */
      course: string;
      /** @description The version, where whoever shows it knows one. */
      versionId: string | null;
      /** @description The unit's key. */
      unit: string;
      /** @description The language asked for. */
      lang: components['schemas']['Locale'];
      /** @description Its title. */
      title: string;
      /** @description The language of title and goal. */
      titleLang: components['schemas']['Locale'];
      /** @description HTML: what one can do after it. */
      goal: string;
      /** @description Lesson or quiz. */
      type: components['schemas']['UnitType'];
      /**
       * Format: int32
       * @description How long it takes.
       */
      minutes: number;
      /** @description How many words there are to read. */
      words: number;
      quiz: components['schemas']['QuizContent'] | null;
      /** @description What it holds; of a quiz, all but the questions. */
      blocks: components['schemas']['BlockContent'][];
      /** @description The key of the unit before it. */
      previous: string | null;
      /** @description The key of the unit after it. */
      next: string | null;
    };
    /** @description A unit by its name. */
    UnitName: {
      /** @description Its key. */
      key: string;
      /** @description Its title. */
      title: string;
    };
    /** @description A unit of an outline. */
    UnitOutline: {
      /** @description Its key. */
      key: string;
      /** @description Its title. */
      title: string;
      /**
       * @description `lesson` or `quiz`.
       * @enum {string}
       */
      type: 'lesson' | 'quiz';
      /**
       * Format: int32
       * @description How long it takes.
       */
      minutes: number;
      /** @description It counts for finishing. */
      mandatory: boolean;
      /**
       * @description `locked`, `new`, `open` or `done`.
       * @enum {string}
       */
      state: 'locked' | 'new' | 'open' | 'done';
      /** @description Why it is locked. */
      opensBecause: components['schemas']['Reason'][];
      /** @description It has a condition: what stands in it is answered by the enrolment alone. */
      conditional: boolean;
      /**
       * Format: int32
       * @description The best score, per cent.
       */
      score: number | null;
      /** @description Its quiz was passed. */
      passed: boolean | null;
      /**
       * Format: int32
       * @description Attempts submitted.
       */
      triesUsed: number;
      /**
       * Format: int32
       * @description Attempts left; `None`: as many as one likes.
       */
      triesLeft: number | null;
    };
    /** @description A learner's state in one unit. */
    UnitStateView: {
      /** @description The unit's key. */
      key: string;
      /**
       * @description `locked`, `new`, `open` or `done`.
       * @enum {string}
       */
      state: 'locked' | 'new' | 'open' | 'done';
      /** @description The last block. */
      position: string | null;
      /** @description How far films and sounds were heard, in seconds from their beginning, by block: where to go on. */
      recordings: {
        [key: string]: number;
      };
      /** @description The state of each answered question of a lesson. */
      questions: {
        [key: string]: components['schemas']['QuestionStateView'];
      };
      quiz: components['schemas']['QuizState'] | null;
    };
    /**
     * @description Lesson or quiz.
     * @enum {string}
     */
    UnitType: 'lesson' | 'quiz';
    /** @description A unit in an outline. */
    UnitView: {
      /** @description Its key. */
      key: string;
      /** @description Its title. */
      title: string;
      /**
       * @description `lesson` or `quiz`.
       * @enum {string}
       */
      type: 'lesson' | 'quiz';
      /**
       * Format: int32
       * @description How long it takes.
       */
      minutes: number;
      /** @description It counts for finishing the course. */
      mandatory: boolean;
      /** @description How many questions it asks. */
      questions: number;
    };
    /** @description How an answer was judged. */
    VerdictView: {
      /** @description Fully right. */
      right: boolean;
      /**
       * Format: double
       * @description 0 to 1.
       */
      fraction: number;
      /**
       * Format: int32
       * @description Answers left; `None`: as many as one likes.
       */
      triesLeft: number | null;
      /** @description What to learn from it. */
      feedback: components['schemas']['Feedback'] | null;
    };
    /** @description Which version to move to. */
    VersionBody: {
      /**
       * Format: uuid
       * @description The id that the enrolment's `newer` gives.
       */
      versionId: string;
    };
    /** @description A version of a course. */
    VersionView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * Format: int32
       * @description 1, 2, 3...
       */
      number: number;
      /**
       * @description `draft`, `published` or `superseded`.
       * @enum {string}
       */
      state: 'draft' | 'published' | 'superseded';
      /** @description When it was brought in. */
      createdAt: string;
      /** @description When it was published. */
      publishedAt: string | null;
      /** @description Learners of the version before moved along. */
      harmless: boolean | null;
      /**
       * Format: int64
       * @description How many enrolments stand on it.
       */
      enrolments: number;
    };
    /** @description A text in each language. */
    Words: {
      /** @description Catalan. */
      ca: string;
      /** @description Spanish. */
      es: string;
      /** @description English. */
      en: string;
    };
  };
  responses: {
    /** @description The address is longer than 8 KiB. */
    AddressTooLong: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is longer than `params.limit` bytes. */
    BodyTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The state of things does not allow it; `code` says what stands in the way. */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request does not come from this service's own pages. */
    ForeignOrigin: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The headers are longer than 32 KiB. */
    HeadersTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The service is at fault. */
    Internal: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description A value cannot be taken; `errors` names each with its place. */
    Invalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is no JSON, or a header cannot be understood. */
    Malformed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The file has no such part. */
    NoSuchRange: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description There is nothing at this address, or nothing that the caller may see. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is not `application/json`. */
    NotJson: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Nobody is signed in, or name and password do not go together. */
    NotSignedIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The service has no room left; nothing was changed. */
    StorageFull: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Too many requests; `Retry-After` says when to come back. */
    TooMany: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body came too slowly. */
    TooSlow: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The service is busy; nothing was changed. `Retry-After` says when to come back. */
    Unavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The address knows other methods, which `Allow` names. */
    WrongMethod: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
