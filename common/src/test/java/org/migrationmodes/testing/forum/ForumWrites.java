package org.migrationmodes.testing.forum;

import static org.migrationmodes.testing.forum.ForumRequest.Kind.WRITE;

import java.util.List;
import java.util.stream.Stream;

/** The writes of {@link ForumRequests}, by who does them. */
final class ForumWrites {
    private ForumWrites() {}

    static List<ForumRequest> posts() {
        return List.of(
                ForumRequests.multipart(
                        WRITE, "posts.insertSave", "forum_id", "1", "subject", "Grüße", "message", "Καλημέρα"),
                ForumRequests.multipart(
                        WRITE, "posts.insertSave", "topic_id", "1", "subject", "Re", "message", "m", "file_0", "text"),
                ForumRequests.post(
                        WRITE, "posts.insertSave", "topic_id", "1", "subject", "Re", "message", "urlencoded"),
                by("GET", "posts.insertSave", "topic_id=1&subject=Re&message=get"),
                by("HEAD", "posts.insertSave", "topic_id=1&subject=Re&message=head"),
                by("OPTIONS", "posts.insertSave", "topic_id=1&subject=Re&message=options"),
                by("PUT", "posts.insertSave", "topic_id=1&subject=Re&message=put"),
                by("DELETE", "posts.insertSave", "topic_id=1&subject=Re&message=delete"),
                by("PROPFIND", "posts.insertSave", "topic_id=1&subject=Re&message=propfind"),
                ForumRequests.multipart(WRITE, "posts.editSave", "post_id", "2", "subject", "Re", "message", "edited"),
                by("GET", "posts.editSave", "post_id=9&message=edited+by+get"),
                ForumRequests.post(WRITE, "ajax.savePost", "post_id", "3", "message", "edited inline"),
                by("GET", "ajax.savePost", "post_id=4&message=edited+inline"),
                ForumRequests.get(WRITE, "posts.delete", "posts/delete/0/17.page"),
                by("GET", "posts.delete", "post_id=12"),
                by("HEAD", "posts.delete", "post_id=16"),
                ForumRequests.post(WRITE, "posts.vote", "topic_id", "2", "poll_option", "1"),
                by("GET", "posts.vote", "topic_id=2&poll_option=2"),
                ForumRequests.get(WRITE, "posts.watch", "posts/watch/5.page"),
                ForumRequests.get(WRITE, "posts.unwatch", "posts/unwatch/2.page"),
                ForumRequests.get(WRITE, "forums.watchForum", "forums/watchForum/3.page"),
                ForumRequests.get(WRITE, "forums.unwatchForum", "forums/unwatchForum/2.page"),
                by("GET", "karma.insert", "post_id=1&points=5"),
                ForumRequests.post(
                        WRITE, "bookmarks.insertSave", "relation_type", "2", "relation_id", "3", "title", "Timetable"),
                ForumRequests.post(WRITE, "bookmarks.updateSave", "id", "1", "title", "Ropes", "description", "new"),
                ForumRequests.get(WRITE, "bookmarks.delete", "bookmarks/delete/2.page"));
    }

    static List<ForumRequest> members() {
        return List.of(
                ForumRequests.multipart(
                        WRITE, "pm.sendSave", "toUsername", "anna", "subject", "Cake", "message", "Plum, please."),
                by("GET", "pm.sendSave", "toUsername=anna&subject=Cake&message=Apple"),
                ForumRequests.post(WRITE, "pm.delete", "id", "4"),
                by("GET", "pm.delete", "id=5"),
                ForumRequests.post(
                        WRITE, "user.insertSave", "username", "Björn", "email", "b@forum.example", "password", "pw"),
                by("GET", "user.insertSave", "username=Carla&email=c%40forum.example&password=pw"),
                ForumRequests.get(WRITE, "user.activateAccount", "user/activateAccount/activate-newcomer/8.page"),
                ForumRequests.post(WRITE, "user.lostPasswordSend", "username", "old account"),
                ForumRequests.post(
                        WRITE, "user.recoverPasswordValidate", "recoverHash", "recover-tom", "newPassword", "new"),
                ForumRequests.multipart(
                        WRITE, "user.editSave", "user_id", "5", "location", "Βόλος", "signature", "Γεια!"),
                by("GET", "postApi.insert", "topic_id=1&username=anna&subject=api&message=get"),
                ForumRequests.post(
                        WRITE, "postApi.insert", "forum_id", "2", "username", "anna", "subject", "api", "message", "m"),
                by("GET", "userApi.insert", "username=api1&password=pw&email=a%40forum.example"),
                ForumRequests.post(
                        WRITE, "userApi.insert", "username", "api2", "password", "pw", "email", "a@b.example"));
    }

    static List<ForumRequest> moderation() {
        return List.of(
                ForumRequests.post(WRITE, "moderation.doModeration", "topic_id", "3", "topicLock", "1"),
                by("GET", "moderation.doModeration", "topic_id=8&topicUnlock=1"),
                ForumRequests.post(WRITE, "moderation.doModeration", "topic_id", "7", "topicRemove", "1"),
                ForumRequests.post(WRITE, "moderation.moveTopic", "topic_id", "4", "to_forum", "3"),
                by("GET", "moderation.moveTopic", "topic_id=5&to_forum=1"),
                ForumRequests.post(
                        WRITE, "forums.approveMessages", "forum_id", "1", "post_id", "22", "status_22", "approve"),
                by("GET", "forums.approveMessages", "forum_id=1&post_id=23&status_23=reject"));
    }

    static List<ForumRequest> admin() {
        return Stream.concat(boards().stream(), records().stream()).toList();
    }

    private static List<ForumRequest> boards() {
        return List.of(
                ForumRequests.post(WRITE, "adminForums.insertSave", "category_id", "1", "forum_name", "Night runs"),
                ForumRequests.post(WRITE, "adminForums.editSave", "forum_id", "1", "forum_name", "Lines"),
                ForumRequests.get(WRITE, "adminForums.up", "adminForums/up/2.page"),
                by("GET", "adminForums.down", "forum_id=1"),
                ForumRequests.get(WRITE, "adminForums.delete", "adminForums/delete/4.page"),
                ForumRequests.post(WRITE, "adminCategories.insertSave", "category_name", "Abroad"),
                ForumRequests.post(WRITE, "adminCategories.editSave", "category_id", "1", "category_name", "Above"),
                ForumRequests.get(WRITE, "adminCategories.down", "adminCategories/down/1.page"),
                by("GET", "adminCategories.up", "category_id=2"),
                by("GET", "adminCategories.delete", "category_id=3"),
                ForumRequests.post(
                        WRITE, "adminUsers.editSave", "user_id", "4", "email", "j@forum.example", "location", "Brig"),
                ForumRequests.post(WRITE, "adminUsers.groupsSave", "user_id", "7", "groups", "Moderation"),
                by("GET", "adminUsers.delete", "user_id=9"));
    }

    private static List<ForumRequest> records() {
        return List.of(
                ForumRequests.post(WRITE, "adminGroups.insertSave", "name", "Moderation", "content", "lock"),
                ForumRequests.post(
                        WRITE, "adminGroups.permissionsSave", "id", "2", "name", "General", "content", "read"),
                ForumRequests.post(WRITE, "adminRankings.editSave", "id", "3", "name", "Guest", "content", "0"),
                ForumRequests.get(WRITE, "adminRankings.up", "adminRankings/up/4.page"),
                by("GET", "adminBanlist.delete", "id=7"),
                ForumRequests.post(WRITE, "adminConfig.save", "id", "6", "name", "posts.per.page", "content", "20"),
                ForumRequests.post(WRITE, "adminModerators.doSave", "name", "anna", "content", "1"),
                ForumRequests.post(WRITE, "adminAttachments.quotaLimitUpdate", "name", "quota", "content", "5"),
                by("GET", "adminCache.memoryClear", ""),
                by("GET", "adminLanguages.textsReload", ""),
                ForumRequests.install("database", "h2"),
                by("GET", "install.doInstall", "database=h2"));
    }

    private static ForumRequest by(String method, String action, String query) {
        return ForumRequests.call(method, WRITE, action, query);
    }
}
