package org.bluelamp.directory.team.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bluelamp.directory.Fingerprint;
import org.bluelamp.directory.team.Cover;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Vacancy;
import org.springframework.validation.Errors;

/**
 * The form in which a team's vacant posts are changed, as it was sent.
 *
 * @param seen fingerprint of the posts as the page showed them
 * @param posts rows without a rank are none
 */
record VacanciesForm(
        String seen,

        @Valid @Size(max = 20, message = "A team has 20 vacant posts at most")
        List<Post> posts) {

    VacanciesForm {
        seen = Sent.text(seen);
        posts = posts == null ? List.of() : posts;
    }

    /** One post. */
    record Post(
            String rank,
            String coverBy,

            @Size(max = 200, message = "The note must be 200 characters or fewer")
            String coverNote,

            String until) {

        static final Post NONE = new Post("", "", "", "");

        Post {
            rank = Sent.text(rank);
            coverBy = Sent.text(coverBy);
            coverNote = Sent.text(coverNote);
            until = Sent.text(until);
        }

        static Post of(Vacancy vacancy) {
            Cover cover = vacancy.cover();
            return new Post(
                    vacancy.rank().key(),
                    cover == null ? "" : Objects.toString(cover.by(), ""),
                    cover == null ? "" : Sent.text(cover.note()),
                    cover == null ? "" : Objects.toString(cover.until(), ""));
        }
    }

    static VacanciesForm of(Team team) {
        return new VacanciesForm(
                        seen(team), team.vacancies().stream().map(Post::of).toList())
                .withSpareRow();
    }

    /** With one empty row at the end, for one more. */
    VacanciesForm withSpareRow() {
        List<Post> rows = new ArrayList<>(posts);
        if (rows.isEmpty() || !rows.getLast().equals(Post.NONE)) {
            rows.add(Post.NONE);
        }
        return new VacanciesForm(seen, rows);
    }

    VacanciesForm seenNow(Team team) {
        return new VacanciesForm(seen(team), posts).withSpareRow();
    }

    static String seen(Team team) {
        return Fingerprint.of(team.vacancies());
    }

    void check(Errors errors, Team team, LocalDate today) {
        for (int i = 0; i < posts.size(); i++) {
            Post post = posts.get(i);
            String at = "posts[" + i + "].";
            if (post.rank().isEmpty()) {
                if (!post.equals(Post.NONE)) {
                    errors.rejectValue(at + "rank", "NotBlank", "Choose the rank of the vacant post");
                }
            } else if (!Sent.isRank(post.rank())) {
                errors.rejectValue(at + "rank", "unknown", "Choose a rank from the list");
            } else {
                Sent.checkCover(errors, at, post.coverBy(), post.coverNote(), post.until(), team, null, today);
            }
        }
    }

    Team in(Team team) {
        return team.vacancies(posts.stream()
                .filter(post -> !post.rank().isEmpty())
                .map(post -> new Vacancy(
                        Rank.ofKey(post.rank()), Sent.cover(post.coverBy(), post.coverNote(), post.until())))
                .toList());
    }
}
