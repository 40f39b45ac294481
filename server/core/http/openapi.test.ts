import { describe, expect, it } from '@jest/globals';
import { Browser, startHttpServer } from '../../../test/support/http-server.js';

interface Described {
  paths: {
    [path: string]: {
      [method: string]: {
        requestBody?: { content: object };
        responses: { [code: string]: object };
        security?: object;
      };
    };
  };
}

describe('the description of the interface', () => {
  it('tells a stranger what each route takes and answers, from the schemas the routes themselves use', async () => {
    const server = await startHttpServer();
    try {
      const { body } = await new Browser(server.url).get<Described>('/api/openapi.json');
      const signIn = body.paths['/api/sign-in']?.['post'];
      expect(JSON.stringify(signIn?.requestBody)).toContain('"required":["email","password"]');
      expect(JSON.stringify(signIn?.responses)).toContain('outboxKey');
      expect(signIn).not.toHaveProperty('security');
      const page = body.paths['/api/families/{id}']?.['get'];
      expect(page?.security).toBeDefined();
      expect(JSON.stringify(page?.responses)).toContain('whoCanSee');
      const slots = body.paths['/api/sessions/{id}/slots/{slotId}']?.['delete'];
      expect(JSON.stringify(slots)).toContain('social-worker-absent');
    } finally {
      await server.stop();
    }
  });
});
