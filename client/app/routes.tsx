import { type ComponentType, lazy, type ReactNode } from 'react';
import { Navigate, Route } from 'react-router';
import type { Around } from '../live/around.js';
import { NotHere } from './NotHere.js';

/** A page that is fetched when it is first needed. */
function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}

const AccessibilityPage = later(async () => (await import('./about/AccessibilityPage.js')).AccessibilityPage);
const AuditPage = later(async () => (await import('../audit/AuditPage.js')).AuditPage);
const BriefPage = later(async () => (await import('../room/brief/BriefPage.js')).BriefPage);
const CalendarsPage = later(async () => (await import('../calendars/CalendarsPage.js')).CalendarsPage);
const FamiliesPage = later(async () => (await import('../families/FamiliesPage.js')).FamiliesPage);
const FamilyPage = later(async () => (await import('../families/FamilyPage.js')).FamilyPage);
const GradePage = later(async () => (await import('../audit/samples/GradePage.js')).GradePage);
const HomePage = later(async () => (await import('./home/HomePage.js')).HomePage);
const ImportsPage = later(async () => (await import('../imports/ImportsPage.js')).ImportsPage);
const LooksPage = later(async () => (await import('../audit/LooksPage.js')).LooksPage);
const MessagesPage = later(async () => (await import('../messages/MessagesPage.js')).MessagesPage);
const MinutesPage = later(async () => (await import('../minutes/MinutesPage.js')).MinutesPage);
const PacksPage = later(async () => (await import('../audit/packs/PacksPage.js')).PacksPage);
const PeoplePage = later(async () => (await import('../people/PeoplePage.js')).PeoplePage);
const PersonPage = later(async () => (await import('../people/PersonPage.js')).PersonPage);
const PlanPage = later(async () => (await import('../schedule/PlanPage.js')).PlanPage);
const PlannerPage = later(async () => (await import('../schedule/planner/PlannerPage.js')).PlannerPage);
const PrintPage = later(async () => (await import('../audit/print/PrintPage.js')).PrintPage);
const RoomPage = later(async () => (await import('../room/RoomPage.js')).RoomPage);
const RulesPage = later(async () => (await import('../cadence/RulesPage.js')).RulesPage);
const SamplePage = later(async () => (await import('../audit/samples/SamplePage.js')).SamplePage);
const SamplesPage = later(async () => (await import('../audit/samples/SamplesPage.js')).SamplesPage);
const SeriesPage = later(async () => (await import('../schedule/series/SeriesPage.js')).SeriesPage);
const SessionsPage = later(async () => (await import('../schedule/SessionsPage.js')).SessionsPage);
const StepsPage = later(async () => (await import('./home/StepsPage.js')).StepsPage);
const TeamsPage = later(async () => (await import('../people/TeamsPage.js')).TeamsPage);
const WhoCanSeePage = later(async () => (await import('./about/WhoCanSeePage.js')).WhoCanSeePage);

/** Pages that draw their own frame: the room. */
export function roomRoutes(around: Around): ReactNode {
  return <Route path="sessions/:sessionId/*" element={<RoomPage around={around} />} />;
}

/** Pages inside the product's frame. */
export function pageRoutes(around: Around): ReactNode {
  return (
    <>
      <Route index element={<HomePage around={around} />} />
      <Route path="families" element={<FamiliesPage around={around} />} />
      <Route path="families/:familyId/*" element={<FamilyPage />} />
      <Route path="discussions/:discussionId" element={<BriefPage />} />
      <Route path="discussions/:discussionId/brief" element={<BriefPage />} />
      <Route path="minutes/:minutesId" element={<MinutesPage around={around} />} />
      <Route path="sessions" element={<SessionsPage around={around} />} />
      <Route path="sessions/:sessionId/plan" element={<PlanPage around={around} />} />
      <Route path="planner" element={<PlannerPage around={around} />} />
      <Route path="planner/series" element={<SeriesPage around={around} />} />
      <Route path="audit" element={<AuditPage around={around} />} />
      <Route path="audit/looks" element={<LooksPage />} />
      <Route path="audit/samples" element={<SamplesPage around={around} />} />
      <Route path="audit/samples/:sampleId" element={<SamplePage />} />
      <Route path="audit/samples/:sampleId/records/:discussionId" element={<GradePage />} />
      <Route path="audit/packs" element={<PacksPage />} />
      <Route path="audit/print" element={<PrintPage around={around} />} />
      <Route path="people" element={<PeoplePage around={around} />} />
      <Route path="people/teams" element={<TeamsPage around={around} />} />
      <Route path="people/:personId" element={<PersonPage around={around} />} />
      <Route path="imports" element={<ImportsPage around={around} />} />
      <Route path="rules" element={<RulesPage />} />
      <Route path="calendars" element={<CalendarsPage around={around} />} />
      <Route path="messages" element={<MessagesPage around={around} />} />
      <Route path="next-steps" element={<StepsPage />} />
      <Route path="about/who-can-see-what" element={<WhoCanSeePage />} />
      <Route path="about/accessibility" element={<AccessibilityPage />} />
      <Route path="sign-in" element={<Navigate to="/" replace />} />
      <Route path="*" element={<NotHere />} />
    </>
  );
}
