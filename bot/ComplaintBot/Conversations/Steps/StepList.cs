namespace ComplaintBot.Conversations;

/// <summary>The steps of a conversation in the order in which they win, as they are registered.</summary>
/// <typeparam name="TState">What the conversation remembers.</typeparam>
public sealed class StepList<TState>
    where TState : class
{
    private readonly List<Type> _unread = [];
    private readonly List<Type> _steps = [];
    private readonly List<Type> _presses = [];

    /// <summary>The steps that see a message before it is read, then those after, in their order.</summary>
    public IEnumerable<Type> Steps => _unread.Concat(_steps);

    /// <summary>A step that needs no meaning, so that what goes to a person is read by nobody else.</summary>
    public StepList<TState> Unread<TStep>()
        where TStep : class, IStep<TState> => Add(_unread, typeof(TStep));

    /// <summary>The next step.</summary>
    public StepList<TState> Then<TStep>()
        where TStep : class, IStep<TState> => Add(_steps, typeof(TStep));

    /// <summary>The next that may take a button.</summary>
    public StepList<TState> Press<TPress>()
        where TPress : class, IPress<TState> => Add(_presses, typeof(TPress));

    /// <summary>Registers the steps and the conversation made of them.</summary>
    public void AddTo(IServiceCollection services)
    {
        foreach (var type in Steps.Concat(_presses).Distinct())
            services.AddSingleton(type);
        services.AddSingleton(s => new Conversation<TState>(
            s.GetRequiredService<Listener>(),
            [.. _unread.Select(t => (IStep<TState>)s.GetRequiredService(t))],
            [.. _steps.Select(t => (IStep<TState>)s.GetRequiredService(t))],
            [.. _presses.Select(t => (IPress<TState>)s.GetRequiredService(t))]
        ));
    }

    private StepList<TState> Add(List<Type> list, Type type)
    {
        list.Add(type);
        return this;
    }
}
