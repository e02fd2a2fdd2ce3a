package org.migrationmodes.testing.forum.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The front controller. It overrides {@code service}, as JForum does, so that every method runs the action: a HEAD that
 * names a write does write.
 *
 * <p>Init-param or context-param {@code forum.data}: a folder for the database, or a JDBC URL of H2; in memory where
 * absent.
 */
public class ForumServlet extends HttpServlet {
    private transient @Nullable ForumStore store;
    private transient @Nullable Modules modules;

    @Override
    public void init() throws ServletException {
        String data = getInitParameter("forum.data");
        if (data == null) {
            data = getServletContext().getInitParameter("forum.data");
        }
        ForumStore opened = ForumStore.open(DatabaseUrl.of(data));
        store = opened;
        modules = new Modules(opened);
    }

    @Override
    public void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        ForumStore forum = store;
        Modules actions = modules;
        if (forum == null || actions == null) {
            throw new IllegalStateException("the forum is not running");
        }
        Parameters parameters = Parameters.of(request);
        Target target = Dispatch.target(request, parameters);
        Call call = new Call(request, parameters, forum.users());
        new Responder(call, response).send(run(actions, target, call));
    }

    /** Errors are pages with status 200, as JForum's are: a test must look at content and rows, not at the status. */
    private Reply run(Modules actions, Target target, Call call) {
        try {
            return actions.run(target, call);
        } catch (NotFoundException e) {
            return ErrorViews.notFound(call, e);
        } catch (RuntimeException e) {
            log("the action " + target + " failed", e);
            return ErrorViews.failed(call);
        }
    }

    @Override
    public void destroy() {
        if (store != null) {
            store.close();
        }
    }
}
